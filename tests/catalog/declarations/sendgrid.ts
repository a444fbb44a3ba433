import { sendgrid } from '../../../src/catalog/messaging/mailers.js';
import type { Declarations } from '../declared.js';

export default { library: sendgrid, modules: ['@sendgrid/mail'], types: { MailService: "import('@sendgrid/mail').MailService" } } satisfies Declarations;
