export class ApiError extends Error {
  constructor(readonly status: number, message: string, options?: { cause: unknown; retry: boolean }) {
    super(message, options);
  }
}
