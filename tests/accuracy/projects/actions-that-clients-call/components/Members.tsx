'use client';

import { useState } from 'react';
import { addMember, newestMembers } from '../actions/members';

export function Members({ count }: { count: number }) {
  const [members, setMembers] = useState<{ id: string; email: string }[]>([]);
  const reload = async () => setMembers(await newestMembers(count));
  const add = async (values: { email: string; password: string }) => {
    await addMember(values);
    await reload();
  };
  return <MemberList members={members} onAdd={add} onReload={reload} />;
}
