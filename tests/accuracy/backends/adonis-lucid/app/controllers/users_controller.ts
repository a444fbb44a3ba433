import type { HttpContext } from '@adonisjs/core/http'
import User from '#models/user'
import { createUserValidator } from '#validators/topic'

export default class UsersController {
  async store({ request, response }: HttpContext) {
    const data = await request.validateUsing(createUserValidator)
    const user = await User.create(data) // expect: no-db-in-controller/queryInController
    return response.created({ id: user.id })
  }

  async update({ request, params }: HttpContext) {
    const user = await User.findOrFail(params.id) // expect: no-db-in-controller/queryInController
    user.password = request.input('password')
    await user.save() // expect: no-db-in-controller/queryInController
    await User.query().where('id', params.id).update({ password: request.input('password') }) // expect: no-db-in-controller/queryInController // missed: no-unhashed-password
    return { ok: true }
  }
}
