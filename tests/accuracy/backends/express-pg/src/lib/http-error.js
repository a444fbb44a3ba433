export class HttpError extends Error {
  constructor(status, message, details) {
    super(message)
    this.status = status
    this.details = details
  }
  static notFound(what) {
    return new HttpError(404, `${what} not found`)
  }
}
