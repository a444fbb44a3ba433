import { User } from '../models/User.js';
import { Book } from '../models/Book.js';
import { BaseSource } from './BaseSource.js';

export class UsersAPI extends BaseSource {
  constructor() {
    super(User);
  }

  register(input) {
    return User.create({ email: input.email, password: input.password });
  }

  updateProfile(id, { name, password }) {
    const changes = { name };
    if (password) changes.password = password; // missed: no-unhashed-password
    return User.findByIdAndUpdate(id, changes, { new: true });
  }

  async resetPassword(token, password) {
    const user = await User.findOne({ resetToken: token });
    user.password = password;
    await user.save();
    return user;
  }

  async withBooks(users) {
    users.forEach(async (user) => {
      user.books = await Book.byAuthor(user._id); // expect: no-n-plus-one/queryInLoop
    });
    return users;
  }
}
