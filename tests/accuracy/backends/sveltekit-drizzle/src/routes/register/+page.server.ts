import { fail, redirect } from '@sveltejs/kit'
import { hash } from '@node-rs/argon2'
import { db } from '$lib/server/db'
import { user } from '$lib/server/db/schema'
import type { Actions } from './$types'

export const actions: Actions = {
  register: async ({ request }) => { // missed: require-rate-limit
    const form = await request.formData()
    const username = form.get('username') as string
    const password = form.get('password') as string
    const passwordHash = await hash(password, { memoryCost: 19456, timeCost: 2 })
    try {
      await db.insert(user).values({ id: crypto.randomUUID(), username, passwordHash }) // expect: no-db-in-controller/queryInController
    } catch (e) {
      return fail(500, { message: `${e}` }) // expect: no-raw-error-response/rawErrorObject
    }
    redirect(302, '/')
  },
  quick: async ({ request }) => {
    const data = Object.fromEntries(await request.formData())
    await db.insert(user).values({ id: crypto.randomUUID(), username: String(data.username), passwordHash: String(data.password) }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
    return { ok: true }
  },
}
