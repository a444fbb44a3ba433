// why: an outcome with a code of the app's own says nothing of the error
import { Pool } from 'pg';

const pool = new Pool();
type Outcome = { ok: true; id: string } | { ok: false; code: 'TAKEN' | 'FAILED' };

export async function invite(email: string): Promise<Outcome> {
  try {
    const { rows } = await pool.query('INSERT INTO invites (email) VALUES ($1) RETURNING id', [email]);
    return { ok: true, id: rows[0].id };
  } catch (error) {
    const code = (error as { code?: string }).code === '23505' ? 'TAKEN' : 'FAILED';
    if (code === 'FAILED') console.error(error);
    return { ok: false, code };
  }
}
