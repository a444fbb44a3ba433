import { error, json } from '@sveltejs/kit'
import { plant } from '$lib/server/db/schema'
import { listPlants, overview } from '$lib/server/plants'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ url }) => {
  const limit = Number(url.searchParams.get('limit') ?? 20)
  return json(await listPlants(limit)) // expect: require-pagination-cap/uncappedLimit
}

export const PUT: RequestHandler = async ({ url }) => {
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 20), 50)
  return json(await listPlants(limit))
}

export const POST: RequestHandler = async ({ request, locals }) => {
  try {
    const { names } = await request.json()
    for (const name of names) {
      await locals.db.insert(plant).values({ name, userId: locals.user.id }) // expect: no-db-in-controller/queryInController, no-n-plus-one/writeInLoop
    }
    return json({ ok: true }, { status: 201 })
  } catch (e) {
    error(500, { message: e instanceof Error ? e.message : 'Unknown' }) // expect: no-raw-error-response/errorMessage
  }
}
