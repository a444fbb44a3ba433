import argon2 from 'argon2';
import { BeforeInsert, BeforeUpdate, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Member {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() email!: string;
  @Column() password!: string;

  @BeforeInsert()
  @BeforeUpdate()
  async protect() {
    if (!this.password.startsWith('$argon2')) this.password = await argon2.hash(this.password);
  }
}
