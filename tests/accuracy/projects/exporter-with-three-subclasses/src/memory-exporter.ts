import { Exporter } from './exporter';

export class BufferExporter extends Exporter {
  private text = '';

  async write(line: string) {
    this.text += `${line}\n`;
  }
}
