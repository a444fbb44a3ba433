export interface ReportStore {
  find(id: string): Promise<unknown>;
}
