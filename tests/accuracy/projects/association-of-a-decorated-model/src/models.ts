import { BelongsTo, Column, ForeignKey, HasMany, Model, Table } from 'sequelize-typescript';

@Table
export class Team extends Model {
  @Column name!: string;
  @HasMany(() => Player) players!: Player[];
}

@Table
export class Player extends Model {
  @ForeignKey(() => Team) @Column teamId!: number;
  @Column goals!: number;
  @BelongsTo(() => Team) team!: Team;
}
