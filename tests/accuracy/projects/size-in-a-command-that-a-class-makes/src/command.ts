// why: the size stands in a literal from which a static method makes the command
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

export abstract class Command {
  static create<T extends Command>(this: new () => T, data: T): T {
    const made = plainToInstance(this, { ...data });
    if (validateSync(made).length > 0) throw new Error('The command is not complete.');
    return made;
  }
}

export class ListParcels extends Command {
  limit: number;
  depot: string;
}
