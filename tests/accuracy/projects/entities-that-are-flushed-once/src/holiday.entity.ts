import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Holiday {
  @PrimaryKey() date!: string;
  @Property() name!: string;
}
