// why: a repository writes the row whole in which its callers have put a hash
import knex from 'knex';

const db = knex({ client: 'pg' });

interface NewMember {
  email: string;
  password: string;
}

export class MemberRepository {
  async insert(member: NewMember) {
    await db('members').insert(member);
  }

  async rename(id: number, fields: { name: string }) {
    await db('members').where({ id }).update(fields);
  }
}
