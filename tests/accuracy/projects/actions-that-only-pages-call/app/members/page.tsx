import { newestMembers } from '../../actions/members';

export default async function MembersPage() {
  const { members, reason } = await newestMembers(20);
  if (reason) console.error(reason);
  return <MemberList members={members} />;
}
