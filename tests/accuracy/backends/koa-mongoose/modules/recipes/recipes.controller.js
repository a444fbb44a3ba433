import { Recipe } from '../../models/recipe.js'
import { respond } from '../../lib/respond.js'
import * as service from './recipes.service.js'

export async function index(ctx) {
  const { page, limit } = ctx.state.query
  respond.ok(ctx, await service.search(page, limit))
}

export async function latest(ctx) {
  const recipes = await Recipe.latest(Number(ctx.query.n ?? 5)) // expect: require-pagination-cap/uncappedLimit // missed: no-db-in-controller
  respond.ok(ctx, await Promise.all(recipes.map((r) => r.withAuthor()))) // expect: no-n-plus-one/queryInLoop
}

export async function show(ctx) {
  const recipe = await Recipe.findOne({ slug: ctx.params.slug }).populate('author', 'name').lean() // expect: no-db-in-controller/queryInController
  if (!recipe) return ctx.throw(404)
  respond.ok(ctx, recipe)
}

export async function create(ctx) {
  const recipe = await service.create(ctx.state.user, ctx.request.body) // expect: no-mass-assignment/wholeBodyThrough
  respond.ok(ctx, recipe, 201)
}

export async function importMany(ctx) {
  const created = []
  const errors = []
  for (const row of ctx.request.body.rows) {
    try {
      created.push(await service.create(ctx.state.user, row)) // expect: no-mass-assignment/wholeBodyThrough, no-n-plus-one/writeInLoop
    } catch (e) {
      errors.push({ title: row.title, reason: e.message })
    }
  }
  respond.ok(ctx, { created, errors }, 207) // expect: no-raw-error-response/errorMessage
}

export async function favourites(ctx) {
  const list = await service.favouritesOf(ctx.state.user)
  respond.ok(ctx, list)
}
