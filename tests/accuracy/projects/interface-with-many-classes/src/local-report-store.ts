import type { ReportStore } from './report-store';

export class LocalReportStore implements ReportStore {
  private readonly kept = new Map<string, unknown>();

  async find(id: string) {
    return this.kept.get(`Local:${id}`);
  }
}
