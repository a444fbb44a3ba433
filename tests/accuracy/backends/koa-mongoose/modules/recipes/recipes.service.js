import { Recipe } from '../../models/recipe.js'
import { User } from '../../models/user.js'
import { slugify } from '../../lib/slug.js'

export function search(page, limit) {
  return Recipe.find({}).skip((page - 1) * limit).limit(limit).lean()
}

export async function create(user, data) {
  let slug = slugify(data.title)
  let n = 1
  while (await Recipe.exists({ slug })) {
    slug = `${slugify(data.title)}-${n++}`
  }
  return Recipe.create({ ...data, slug, author: user.id })
}

export async function favouritesOf({ id }) {
  const user = await User.findById(id)
  const recipes = await Recipe.find({ _id: { $in: user.favourites } })
  const byId = Object.fromEntries(recipes.map((r) => [r.id, r]))
  return user.favourites.map((f) => byId[f]).filter(Boolean)
}

export async function renumber() {
  const cursor = Recipe.find().cursor()
  for await (const recipe of cursor) {
    recipe.likes = recipe.likes || 0
    await recipe.save() // expect: no-n-plus-one/writeInLoop
  }
}
