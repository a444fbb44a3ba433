import { Entity, PrimaryKey } from '@mikro-orm/core';

@Entity()
export class Shelf {
  @PrimaryKey() id!: string;
}
