// why: an interface leads to the one class that implements it
import type { ReportStore } from './report-store';

export class ReportService {
  constructor(private readonly reports: ReportStore) {}

  async all(ids: string[]) {
    const found = [];
    for (const id of ids) found.push(await this.reports.find(id)); // expect: no-n-plus-one/queryInLoop
    return found;
  }
}
