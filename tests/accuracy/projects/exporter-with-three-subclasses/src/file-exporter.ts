import { appendFile } from 'node:fs/promises';
import { Exporter } from './exporter';

export class FileExporter extends Exporter {
  async write(line: string) {
    await appendFile('/tmp/report.csv', `${line}\n`);
  }
}
