/** Checks that refuse too little, and claims that nothing checked. Each harmless case has a twin that is reported. */
import { rule, tester } from '#kit';
import { marked } from './credentials.kit.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
const check = (call: string, before = '') => `${jwt}export function read(token: string) {\n  ${before}return ${call};\n}\n`;
const guard = (body: string) => `import express from 'express';\nimport jwt from 'jsonwebtoken';\nconst app = express();\napp.use((req, res, next) => {\n  const token = req.headers.authorization?.split(' ')[1];\n  ${body}\n  next();\n});\n`;
const nest = (body: string) => `import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';\nimport { JwtService } from '@nestjs/jwt';\n@Injectable()\nexport class AuthGuard implements CanActivate {\n  constructor(private readonly jwt: JwtService) {}\n  async canActivate(context: ExecutionContext) {\n    const request = context.switchToHttp().getRequest();\n    const token = request.headers.authorization;\n    ${body}\n    return true;\n  }\n}\n`;

tester.run('no-unverified-jwt', rule('no-unverified-jwt'), {
  valid: [
    { name: 'a key and an algorithm', code: check("jwt.verify(token, KEY, { algorithms: ['HS256'] })") },
    { name: 'a key alone', code: check('jwt.verify(token, KEY)') },
    { name: 'a key that is chosen by the header', code: check('jwt.verify(token, keys[decoded.header.kid])', "const decoded = jwt.decode(token, { complete: true });\n  ") },
    { name: 'an option that says no', code: check('jwt.verify(token, KEY, { ignoreExpiration: false })') },
    { name: 'an option from outside', code: check('jwt.verify(token, KEY, { ignoreExpiration: lenient })') },
    { name: 'an end that the code looks at itself', code: check('claims', "const claims = jwt.verify(token, KEY, { ignoreExpiration: true });\n  if (claims.exp < now() - GRACE) throw new Error('too old');\n  ") },
    { name: "Passport's strategy, as it is", code: "import { ExtractJwt, Strategy } from 'passport-jwt';\nexport const strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: KEY }, verify);\n" },
    { name: "jwt-simple's decode, which checks", code: "import jwt from 'jwt-simple';\nexport const read = (token: string) => jwt.decode(token, KEY);\n" },
    { name: 'middleware that verifies', code: guard('req.user = jwt.verify(token, KEY);') },
    { name: 'middleware that verifies what it has decoded', code: guard('const claims = jwt.decode(token);\n  jwt.verify(token, KEY);\n  req.user = claims;') },
    { name: 'middleware that lets another function verify', code: guard('const claims = jwt.decode(token);\n  verifyToken(token);\n  req.user = claims;') },
    { name: 'middleware that decodes for a log', code: guard("const claims = jwt.decode(token);\n  req.traceId = claims?.jti;") },
    { name: 'middleware that reads the header of a token', code: guard('const decoded = jwt.decode(token, { complete: true });\n  req.user = decoded.header;') },
    { name: 'a token that another service has given', code: "import jwt from 'jsonwebtoken';\nexport async function profile(code: string) {\n  const { id_token } = await exchange(code);\n  return jwt.decode(id_token);\n}\n" },
    { name: 'a method of the same name', code: guard('const claims = geo.decode(token);\n  req.user = claims;') },
    { name: 'a token that is signed', code: check('jwt.sign({ id: token }, null)') },
    { name: 'jwt-simple, told to check', code: "import jwt from 'jwt-simple';\nexport const read = (token: string) => jwt.decode(token, KEY, false);\n" },
    { name: 'middleware that keeps the claims under a name that nobody can read', code: guard("const claims = jwt.decode(token);\n  res.set(name, claims);") },
    { name: 'middleware that keeps a part of the claims in a list', code: guard('const [first] = jwt.decode(token);\n  req.parts = first;') },
    { name: 'middleware that takes all claims but the header apart', code: guard('const { header, ...rest } = jwt.decode(token, { complete: true });\n  req.user = header;') },
    { name: 'middleware that keeps the claims under a number', code: guard('list[0] = jwt.decode(token);') },
    { name: 'middleware whose check has no name', code: guard('const claims = jwt.decode(token);\n  (checks[0] ?? verifyToken)(token);\n  verifyToken(token);\n  req.user = claims;') },
    { name: 'a guard that verifies', code: nest('request.user = await this.jwt.verifyAsync(token, { secret: KEY });') },
  ],
  invalid: [
    marked('an expired token passes', 'ignoredExpiry', check('jwt.verify(token, KEY, { ignoreExpiration: «true» })')),
    { ...marked('an expired token passes, by options in a constant', 'ignoredExpiry', `${jwt}const options = { ignoreExpiration: true };\nexport const read = (token: string) => jwt.verify(token, KEY, «options»);\n`) },
    marked("an expired token passes Passport's strategy", 'ignoredExpiry', "import { ExtractJwt, Strategy } from 'passport-jwt';\nexport const strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: KEY, ignoreExpiration: «true» }, verify);\n"),
    marked("an expired token passes Nest's strategy", 'ignoredExpiry', "import { PassportStrategy } from '@nestjs/passport';\nimport { ExtractJwt, Strategy } from 'passport-jwt';\nexport class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: «true», secretOrKey: KEY });\n  }\n}\n"),
    marked('an expired token passes fast-jwt', 'ignoredExpiry', "import { createVerifier } from 'fast-jwt';\nconst verify = createVerifier({ key: KEY, ignoreExpiration: «true» });\nexport const read = (token: string) => verify(token);\n"),
    marked('the algorithm none', 'noneAlgorithm', check("jwt.verify(token, KEY, { algorithms: ['HS256', «'none'»] })")),
    marked('the algorithm none, for a middleware', 'noneAlgorithm', "import { expressjwt } from 'express-jwt';\nexport const guard = expressjwt({ secret: KEY, algorithms: [«'none'»] });\n"),
    marked('no key', 'noKey', check('«jwt.verify(token)»')),
    marked('null in place of a key', 'noKey', check('jwt.verify(token, «null»)')),
    marked('false in place of a key', 'noKey', check('jwt.verify(token, «false»)')),
    marked('undefined in place of a key', 'noKey', check('jwt.verify(token, «undefined»)')),
    marked('middleware that decodes and calls what has no name', 'decodedOnly', guard('const claims = «jwt.decode(token)»;\n  (checks[0] ?? first)(token);\n  req.user = claims;')),
    marked('middleware that takes a claim out', 'decodedOnly', guard('const { payload } = «jwt.decode(token, { complete: true })»;\n  req.user = payload;')),
    marked('a cookie that is believed', 'decodedOnly', guard("const claims = «jwt.decode(req.cookies.token)»;\n  req.set('user', claims);")),
    marked('an empty key', 'noKey', check("jwt.verify(token, «''»)")),
    marked('jwt-simple, told not to check', 'unchecked', "import jwt from 'jwt-simple';\nexport const read = (token: string) => jwt.decode(token, KEY, «true»);\n"),
    marked('the algorithm of the token itself', 'algorithmFromToken', check('jwt.verify(token, KEY, { algorithms: [«decoded.header.alg»] })', 'const decoded = jwt.decode(token, { complete: true });\n  ')),
    marked('the algorithm of the token itself, by a function that reads the header', 'algorithmFromToken', "import { decodeProtectedHeader, jwtVerify } from 'jose';\nexport function read(token: string) {\n  const header = decodeProtectedHeader(token);\n  return jwtVerify(token, KEY, { algorithms: [«header.alg»] });\n}\n"),
    ...['x5c', 'jku', 'x5u', 'key', 'publicKey'].map((name) => marked(`the key of the token itself, as ${name}`, 'keyFromToken', check(`jwt.verify(token, «decoded.header.${name}»)`, 'const decoded = jwt.decode(token, { complete: true });\n  '))),
    marked('the key of the token itself', 'keyFromToken', check('jwt.verify(token, «decoded.header.jwk»)', 'const decoded = jwt.decode(token, { complete: true });\n  ')),
    marked('middleware that only decodes', 'decodedOnly', guard('req.user = «jwt.decode(token)»;')),
    marked('middleware that only decodes, by a local', 'decodedOnly', guard('const claims = «jwt.decode(token)»;\n  req.userId = claims.sub;')),
    marked('middleware that compares a role', 'decodedOnly', guard("const claims = «jwt.decode(token)»;\n  if (claims.role !== 'admin') return res.sendStatus(403);")),
    marked('a guard that only decodes', 'decodedOnly', nest('request.user = «this.jwt.decode(token)»;')),
    marked("Hono's middleware that only decodes", 'decodedOnly', "import { Hono } from 'hono';\nimport { decode } from 'hono/jwt';\nconst app = new Hono();\napp.use('*', async (c, next) => {\n  const { payload } = «decode(c.req.header('authorization') ?? '')»;\n  c.set('user', payload);\n  await next();\n});\n"),
    marked("jose's decoding", 'decodedOnly', "import Koa from 'koa';\nimport { decodeJwt } from 'jose';\nconst app = new Koa();\napp.use(async (ctx, next) => {\n  ctx.state.user = «decodeJwt(ctx.get('authorization'))»;\n  await next();\n});\n"),
  ],
});
