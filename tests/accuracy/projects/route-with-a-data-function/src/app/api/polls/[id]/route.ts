// why: a route that asks a function of another file leaves the query there
import { NextResponse } from 'next/server';
import { pollById } from '../../../../data/polls';

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const poll = await pollById((await params).id);
  return poll ? NextResponse.json(poll) : NextResponse.json({ error: 'No such poll' }, { status: 404 });
}
