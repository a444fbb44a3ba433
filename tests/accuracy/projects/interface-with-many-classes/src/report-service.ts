// why: which of four classes stands behind an interface nobody can tell
import type { ReportStore } from './report-store';

export class ReportService {
  constructor(private readonly reports: ReportStore) {}

  async all(ids: string[]) {
    const found = [];
    for (const id of ids) found.push(await this.reports.find(id));
    return found;
  }
}
