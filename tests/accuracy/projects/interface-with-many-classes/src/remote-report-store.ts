import type { ReportStore } from './report-store';

export class RemoteReportStore implements ReportStore {
  private readonly kept = new Map<string, unknown>();

  async find(id: string) {
    return this.kept.get(`Remote:${id}`);
  }
}
