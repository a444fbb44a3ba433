import type { HttpContext } from '@adonisjs/core/http';
import User from './user.js';

export default class UsersController {
  async store({ request, response }: HttpContext) {
    const { email, password } = request.only(['email', 'password']);
    const user = await User.create({ email, password }); // expect: no-db-in-controller/queryInController
    return response.created({ id: user.id });
  }
}
