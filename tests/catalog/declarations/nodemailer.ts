import { nodemailer } from '../../../src/catalog/messaging/mailers.js';
import type { Declarations } from '../declared.js';

export default {
  library: nodemailer,
  modules: ['nodemailer'],
  types: { Nodemailer: "typeof import('nodemailer')", Transporter: "import('nodemailer').Transporter" },
  onlyIn: { MailerService: '@nestjs-modules/mailer' },
} satisfies Declarations;
