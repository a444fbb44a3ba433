// why: a stand-in for tests is nothing that production runs
import type { ReportStore } from './report-store';

export class ReportService {
  constructor(private readonly reports: ReportStore) {}

  async all(ids: string[]) {
    const found = [];
    for (const id of ids) found.push(await this.reports.find(id));
    return found;
  }
}
