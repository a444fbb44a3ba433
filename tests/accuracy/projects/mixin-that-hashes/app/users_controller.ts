import type { HttpContext } from '@adonisjs/core/http';
import UserService from './user_service.js';

export default class UsersController {
  constructor(private users: UserService) {}

  async update({ request, auth, response }: HttpContext) {
    await this.users.change(auth.user, request.input('password'));
    return response.noContent();
  }
}
