import User from './user.js';

export default class UserService {
  change(user: User, password: string) {
    user.password = password;
    return user.save();
  }
}
