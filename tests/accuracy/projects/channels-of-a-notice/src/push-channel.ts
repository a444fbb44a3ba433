import { Channel } from './channel';

export class PushChannel implements Channel {
  async deliver(to: string, text: string) {
    await fetch(`https://push.example.com/${to}`, { method: 'POST', body: text });
  }
}
