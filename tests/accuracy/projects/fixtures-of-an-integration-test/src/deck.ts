import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Deck {
  @PrimaryKey() id!: number;
  @Property() name!: string;
}
