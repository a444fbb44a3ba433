import { resend } from '../../../src/catalog/messaging/mailers.js';
import type { Declarations } from '../declared.js';

export default {
  library: resend,
  modules: ['resend'],
  types: { Resend: "import('resend').Resend", Mails: ["import('resend').Resend['emails']", "import('resend').Resend['batch']"] },
} satisfies Declarations;
