// why: a repository writes the row whole that its callers have made
import knex from 'knex';

const db = knex({ client: 'pg' });

interface NewMember {
  email: string;
  password: string;
}

export class MemberRepository {
  async insert(member: NewMember) {
    const [row] = await db('members').insert(member).returning(['id', 'email']); // expect: no-unhashed-password/plaintext
    return row;
  }
}
