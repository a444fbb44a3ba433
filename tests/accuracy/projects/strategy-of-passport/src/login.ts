// why: a strategy that looks the account up is no handler
import passport from 'passport';
import bcrypt from 'bcrypt';
import { Strategy } from 'passport-local';
import { Pool } from 'pg';

const pool = new Pool();

passport.use(
  new Strategy({ usernameField: 'email' }, async (email, password, done) => {
    const { rows } = await pool.query('SELECT id, hash FROM accounts WHERE email = $1', [email]);
    const account = rows[0];
    if (!account || !(await bcrypt.compare(password, account.hash))) return done(null, false);
    done(null, { id: account.id });
  }),
);
