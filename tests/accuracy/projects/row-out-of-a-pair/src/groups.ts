// why: findOrCreate gives a row and whether it is new
import { Model, InferAttributes } from 'sequelize';

export class Group extends Model<InferAttributes<Group>> {
  declare id: string;
  declare syncedAt: Date;
}

export async function sync(names: string[]) {
  for (const name of names) {
    const [group, created] = await Group.findOrCreate({ where: { name } }); // expect: no-n-plus-one/writeInLoop
    if (!created) await group.update({ syncedAt: new Date() }); // expect: no-n-plus-one/writeInLoop
  }
}
