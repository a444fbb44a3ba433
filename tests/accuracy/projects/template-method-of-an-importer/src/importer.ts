// why: a template method runs what the one subclass fills in
export abstract class Importer<Row> {
  protected abstract parse(line: string): Row;
  protected abstract store(row: Row): Promise<void>;

  async run(lines: string[]) {
    for (const line of lines) {
      await this.store(this.parse(line)); // expect: no-n-plus-one/writeInLoop
    }
  }
}
