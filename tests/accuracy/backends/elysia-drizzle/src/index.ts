import { Elysia } from 'elysia'
import { swagger } from '@elysiajs/swagger'
import { notes } from './modules/notes'
import { auth } from './modules/auth'
import { folders } from './modules/folders'

new Elysia()
  .use(swagger())
  .onError(({ code, error, set }) => {
    if (code === 'VALIDATION') {
      set.status = 422
      return { error: 'Invalid input' }
    }
    if (code === 'NOT_FOUND') return { error: 'Not found' }
    set.status = 500
    return { error: error.toString() } // expect: no-raw-error-response/rawErrorObject
  })
  .use(auth)
  .use(notes)
  .use(folders)
  .listen(3000)
