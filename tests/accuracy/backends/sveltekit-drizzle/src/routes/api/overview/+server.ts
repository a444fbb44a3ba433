import { json } from '@sveltejs/kit'
import { overview } from '$lib/server/plants'

export async function GET() {
  try {
    return json(await overview())
  } catch (e) {
    console.error(e)
    return json({ error: 'overview failed' }, { status: 500 })
  }
}
