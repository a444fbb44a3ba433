import { Receiver } from '@upstash/qstash';

const receiver = new Receiver();

export async function verifySignature(request: Request, body: string) {
  const isValid = await receiver.verify({ signature: request.headers.get('Upstash-Signature') ?? '', body });
  if (!isValid) throw new Error('Not from the queue');
}

type Job = (body: string) => Promise<Response>;

export const asJob = (job: Job) => async (request: Request) => {
  try {
    const body = await request.text();
    await verifySignature(request, body);
    return await job(body);
  } catch (error) {
    return Response.json({ error: (error as Error).message }, { status: 500 });
  }
};
