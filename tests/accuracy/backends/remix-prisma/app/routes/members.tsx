import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { prisma } from '~/db.server';
import { getMembers } from '~/models/user.server';

export async function loader() {
  const members = await getMembers();
  const withCounts = await Promise.all(
    members.map(async (member) => ({
      ...member,
      notes: await prisma.note.count({ where: { userId: member.id } }), // expect: no-db-in-controller/queryInController, no-n-plus-one/queryInLoop
    })),
  );
  return json({ members: withCounts });
}

export default function Members() {
  const { members } = useLoaderData<typeof loader>();
  return members.map((m) => <li key={m.id}>{m.email}</li>);
}
