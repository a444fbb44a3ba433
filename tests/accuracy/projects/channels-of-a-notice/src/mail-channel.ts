import { createTransport } from 'nodemailer';
import { Channel } from './channel';

export class MailChannel implements Channel {
  private readonly transport = createTransport({ host: 'localhost' });

  async deliver(to: string, text: string) {
    await this.transport.sendMail({ to, text, subject: 'News' });
  }
}
