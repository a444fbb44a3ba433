// why: an error that tells of an answer that was received is none that is sent
export class UpstreamError extends Error {
  readonly statusCode: number;
  readonly rawResponse: Response;

  constructor(message: string, response: Response, readonly detail?: unknown) {
    super(message);
    this.statusCode = response.status;
    this.rawResponse = response;
  }
}

export async function rates(url: string) {
  const response = await fetch(url);
  try {
    return await response.json();
  } catch (error) {
    throw new UpstreamError('No JSON', response, error);
  }
}
