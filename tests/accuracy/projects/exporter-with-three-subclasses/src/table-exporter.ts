import type { Kysely } from 'kysely';
import { Exporter } from './exporter';

export class TableExporter extends Exporter {
  constructor(private readonly db: Kysely<{ exported: { line: string } }>) {
    super();
  }

  async write(line: string) {
    await this.db.insertInto('exported').values({ line }).execute();
  }
}
