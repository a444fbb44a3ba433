import { createHmac } from 'node:crypto';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { BaseRecord } from './base-record';

@Entity()
export class Session extends BaseRecord {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() accountId!: string;

  getToken(scope: string) {
    return createHmac('sha256', process.env.SESSION_KEY ?? '').update(`${this.id}:${scope}`).digest('base64url');
  }

  findScope(scopes: string[]) {
    return scopes.find((scope) => scope.startsWith('read:'));
  }
}
