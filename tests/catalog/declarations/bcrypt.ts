import { bcrypt } from '../../../src/catalog/hashing/bcrypt.js';
import type { Declarations } from '../declared.js';

export default {
  library: bcrypt,
  modules: ['bcrypt', 'bcryptjs', '@node-rs/bcrypt'],
  types: { Bcrypt: ["typeof import('bcrypt')", "typeof import('bcryptjs')", "typeof import('@node-rs/bcrypt')", "typeof import('bcrypt-nodejs')"] },
} satisfies Declarations;
