import { all, defineLibrary } from '../vocabulary.js';

const mail = { effect: 'mail' } as const;

export const nodemailer = defineLibrary({
  name: 'Nodemailer',
  kind: 'messaging',
  packages: ['nodemailer', '@nestjs-modules/mailer'],
  exports: {
    default: { type: 'Nodemailer' },
    Transporter: { type: 'Transporter' },
    MailerService: { constructs: 'Transporter' },
  },
  types: { Nodemailer: { members: { createTransport: { returns: 'Transporter' } } }, Transporter: { members: { sendMail: mail } } },
});

export const sendgrid = defineLibrary({
  name: 'SendGrid',
  kind: 'messaging',
  packages: ['@sendgrid/mail'],
  exports: { default: { type: 'MailService' }, MailService: { constructs: 'MailService' } },
  types: { MailService: { members: all(['send', 'sendMultiple'], mail) } },
});

export const resend = defineLibrary({
  name: 'Resend',
  kind: 'messaging',
  packages: ['resend'],
  exports: { Resend: { constructs: 'Resend' } },
  types: {
    Resend: { members: all(['emails', 'batch', 'broadcasts'], { type: 'Mails' }) },
    Mails: { members: all(['send', 'create'], mail) },
  },
});
