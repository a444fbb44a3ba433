/** How a lifetime is written: as a text, a calculation, a point in time, a date that is set ahead. */
import { rule, tester } from '#kit';
import { marked } from './credentials.kit.js';

const options: [object] = [{ loneTokens: true }];
const make = (settings: string, before = '') => `import jwt from 'jsonwebtoken';\n${before}export const tokenFor = (id: string) => jwt.sign({ sub: id }, KEY, { expiresIn: ${settings} });\n`;
const claim = (exp: string, ...before: string[]) => `import jwt from 'jsonwebtoken';\nexport function tokenFor(id: string, end: Date) {\n${before.map((each) => `  ${each}\n`).join('')}  return jwt.sign({ sub: id, exp: ${exp} }, KEY);\n}\n`;
const short = (name: string, code: string) => ({ name, code, options });
const long = (name: string, code: string) => ({ ...marked(name, 'longLivedAlone', code), options });
const told = (name: string, code: string, lifetime: string) => {
  const { errors, ...rest } = marked(name, 'longLivedAlone', code);
  return { ...rest, options: [{ loneTokens: true, maxHours: 1 }] as [object], errors: errors.map((each) => ({ ...each, data: { lifetime, max: '1' } })) };
};
const AHEAD = 'const until = new Date();';

tester.run('require-jwt-expiry: lifetimes', rule('require-jwt-expiry'), {
  valid: [
    short('a text that is no time', make("'never'")),
    short('a text of few digits, which are milliseconds', make("'5184000'")),
    short('milliseconds', make("'5184000 ms'")),
    short('a setting', make('settings.lifetime')),
    short('below nothing', make('-5184000')),
    short('a setting among the factors', make('settings.days * 86400')),
    short('a point in time in milliseconds', claim('Date.now() + 5184000')),
    short('a difference', claim('Date.now() / 1000 - 60')),
    short('a rest', claim('(Date.now() / 1000) % 5184000')),
    short('the present, squared', claim('Date.now() * Date.now()')),
    short('a division by nothing', claim('Date.now() / 0')),
    short('a division by the present', claim('5184000 / Date.now()')),
    short('a date that comes in', claim('end.getTime() / 1000')),
    short('a date of a text', claim("new Date('2099-01-01').getTime() / 1000")),
    short('another class', claim('new Moment().valueOf() / 1000')),
    short('a date that is set', claim('until.getTime() / 1000', AHEAD, 'until.setDate(30);')),
    short('a date that is set ahead by who knows how much', claim('until.getTime() / 1000', AHEAD, 'until.setDate(until.getDate() + days);')),
    short('a date that is set to nothing', claim('until.getTime() / 1000', AHEAD, 'until.setDate();')),
    short('a date that is set ahead by minutes', claim('until.getTime() / 1000', AHEAD, 'until.setMinutes(until.getMinutes() + 60);')),
    short('seconds from a date on that nobody knows', claim('Date.parse(end) / 1000 + 5184000')),
    short('seconds from the start of the process on', claim('performance.now() / 1000 + 5184000')),
    short('a token in the address of a file', make("'60d'").replace('tokenFor', 'signedUrlFor')),
    short('a date that is shown', claim('until.getTime() / 1000', AHEAD, 'log(until, until.toISOString(), until[id](), until.setDate);')),
  ],
  invalid: [
    long('a token beside an address', make("«'60d'»").replace('tokenFor', 'urlTokenFor')),
    long('a text', make("«'60d'»")),
    long('a text of many digits, which are milliseconds', make("«'5184000000'»")),
    long('words', make("«'9 weeks'»")),
    long('one year', make("«'1 year'»")),
    long('a number', make('«5184000»')),
    long('a calculation with a conversion', make('«Number(60) * 24 * 60 * 60»')),
    long('a number with a sign', make('«+DAYS * 86400»', 'const DAYS = 60;\n')),
    long('seconds from now on', claim('«Math.floor(Date.now() / 1000) + 5184000»')),
    long('seconds from now on, multiplied', claim('«Date.now() * 0.001 + 5184000»')),
    long('seconds from now on, multiplied the other way', claim('«0.001 * Date.now() + 5184000»')),
    long('a date', claim('«new Date().getTime() / 1000 + 5184000»')),
    long('a date by its value', claim('«new Date().valueOf() / 1000 + 5184000»')),
    long('a date by a sign', claim('«+new Date() / 1000 + 5184000»')),
    long('a date of a point in time', claim('«new Date(Date.now() + 5184000000).getTime() / 1000»')),
    long('a date of a date', claim('«new Date(new Date()).getTime() / 1000 + 5184000»')),
    long('a date that is set ahead', claim('«until.getTime() / 1000»', AHEAD, 'until.setUTCDate(until.getUTCDate() + 60);')),
    told('days', make("«'60d'»"), '60 days'),
    told('hours', make("«'36h'»"), '36 hours'),
    told('minutes', make("«'90m'»"), '90 minutes'),
  ],
});
