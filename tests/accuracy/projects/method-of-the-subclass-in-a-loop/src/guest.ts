import { createHmac } from 'node:crypto';
import { Base } from './base';

export class Guest extends Base {
  declare email: string;

  getAccessToken = () => createHmac('sha256', process.env.LINK_KEY!).update(this.email).digest('hex');
}
