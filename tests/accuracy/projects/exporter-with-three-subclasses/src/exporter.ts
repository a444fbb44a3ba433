// why: an abstract class with three subclasses may write anywhere
export abstract class Exporter {
  abstract write(line: string): Promise<void>;

  async writeAll(lines: string[]) {
    for (const line of lines) await this.write(line);
  }
}
