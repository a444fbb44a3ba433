/** What is sensitive in a log line, and what is not. */
import { inApp, rule, tester } from '#kit';
import { exposed, handler } from './sensitive.kit.js';

const PINO = "import pino from 'pino';\nconst logger = pino();";
const USER = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));";
const inHandler = (body: string): string => handler('', body);
const log = (line: string): string => `import express from 'express';\nimport jwt from 'jsonwebtoken';\n${PINO}\n${USER}\nconst app = express();\napp.post('/login', async (req, res) => {\n  const { email, password } = req.body;\n  const user = await User.findOne({ email });\n  const token = jwt.sign({ id: user.id }, KEY);\n  ${line}\n  res.json({ token });\n});\n`;

tester.run('no-sensitive-data-in-log', rule('no-sensitive-data-in-log'), {
  valid: [
    { name: 'a fixed text about one', code: log("console.log('password changed, token sent');") },
    { name: 'an id', code: log('console.log(user.id, user.email);') },
    { name: 'stars, or nothing', code: log("console.log({ password: password ? '******' : undefined });") },
    { name: 'a length', code: log('console.log(password.length);') },
    { name: 'whether there is one', code: log('console.log({ password: !!password, token: Boolean(token), hasPassword: password !== undefined });') },
    { name: 'a masked one', code: log("console.log(token.slice(0, 4), password.replace(/./g, '*'));") },
    { name: 'a masked one by name', code: log("const password = mask(req.body.password);\n  console.log(password);").replace('email, password', 'email') },
    { name: 'a masked key', code: log("logger.info({ password: '[redacted]', token: mask(token) });") },
    { name: 'words that only contain one', code: log('logger.info({ tokenType: user.tokenType, passwordChangedAt: user.passwordChangedAt, publicKey: user.publicKey });') },
    { name: 'numbers of tokens', code: log('console.log(usage.tokens, usage.totalTokens, usage.maxTokens);') },
    { name: 'a number by the name', code: 'export function report(token: number) {\n  console.log(token);\n}\n' },
    { name: 'an error', code: log("try {\n    await send(token);\n  } catch (err) {\n    logger.error(err, 'cannot send');\n  }") },
    { name: 'named fields of a row', code: log('console.log({ id: user.id, email: user.email });') },
    { name: 'a row without the field', code: handler(USER, "const user = await User.findById(req.params.id).select('-password');\n  console.log(user);") },
    { name: 'the rest of a row', code: handler(USER, 'const { password, ...rest } = await User.findById(req.params.id).lean();\n  console.log(rest);') },
    { name: 'the body of another route', code: handler('', 'console.log(req.body);') },
    { name: 'named fields of the body of a login', code: log('console.log(req.body.email);') },
    { name: 'one header', code: handler('', "console.log(req.headers['user-agent'], req.get('x-request-id'));") },
    { name: 'headers of an answer', code: handler('', "const answer = await fetch(url);\n  console.log(answer.headers);") },
    { name: 'fields that the logger leaves out', code: log('logger.info({ password });').replace('pino();', "pino({ redact: ['password'] });") },
    { name: 'in development only', code: log("if (process.env.NODE_ENV !== 'production') console.log(password);") },
    { name: 'a parser that logs its token', code: 'export function parse(lexer) {\n  const token = lexer.next();\n  console.log(token);\n}\n' },
    { name: 'tests that pass', code: 'export function report(pass, fail) {\n  console.log(pass, fail);\n}\n' },
    { name: 'a test file', filename: inApp('tests/login.ts'), code: log('console.log(password);') },
    { name: 'a function that is no logger', code: log('store.save(password);') },
  ],
  invalid: [
    exposed('a password', 'sensitiveValue', log('console.log(«password»);')),
    exposed('a password in a template', 'sensitiveValue', log('console.log(`login ${email} ${«password»}`);')),
    exposed('a password in a concatenation', 'sensitiveValue', log("console.log('login ' + «password»);")),
    exposed('a password as a field', 'sensitiveValue', log('logger.info({ email, «password» });')),
    exposed('a password under another key', 'sensitiveValue', log('logger.info({ given: «req.body.password» });')),
    exposed('a password as JSON', 'sensitiveValue', log('console.log(JSON.stringify({ «password» }));')),
    exposed('a password of the row', 'sensitiveValue', log("console.debug('compare', «user.password»);")),
    exposed('a password by another name', 'sensitiveValue', log('const given = req.body.password;\n  console.log(«given»);')),
    exposed('a secret whose name ends in a number, by another name', 'sensitiveValue', log('const given = req.body.totpSecretBase32;\n  console.log(«given»);')),
    exposed('a fresh token', 'sensitiveValue', log('console.log(«token»);')),
    exposed('a token of the request', 'sensitiveValue', inHandler('const { token } = req.query;\n  console.log(«token»);')),
    exposed('a refresh token', 'sensitiveValue', log('console.log(«user.refreshToken»);')),
    exposed('the authorization header', 'sensitiveValue', inHandler('console.log(«req.headers.authorization»);')),
    exposed('the authorization header by name', 'sensitiveValue', inHandler('const { authorization } = req.headers;\n  console.log(«authorization»);')),
    exposed('a secret of the environment', 'sensitiveValue', 'console.log(«process.env.JWT_SECRET»);\n'),
    exposed('a key under a telling name', 'sensitiveValue', log("logger.warn({ apiKey: «config.key» }, 'rejected');")),
    exposed('a one-time code', 'sensitiveValue', log('const otp = generate();\n  console.log(«otp»);')),
    exposed('a whole row', 'sensitiveRow', log('console.log(«user»);')),
    exposed('a whole row as a field', 'sensitiveRow', log('logger.info({ «user» });')),
    exposed('rows straight from the query', 'sensitiveRow', handler(USER, 'console.log(await «User.find()»);')),
    exposed('the body of a login', 'authBody', log('console.log(«req.body»);')),
    exposed('the body of a login as a field', 'authBody', log('logger.info({ body: «req.body» });')),
    exposed('the body by a DTO', 'authBody', "import { Body, Controller, Logger, Post } from '@nestjs/common';\nclass LoginDto { email: string; password: string; }\n@Controller()\nexport class AuthController {\n  private readonly logger = new Logger();\n  @Post('sessions') create(@Body() dto: LoginDto) {\n    this.logger.log(«dto»);\n  }\n}\n"),
    exposed('all headers', 'requestHeaders', inHandler('console.log(«req.headers»);')),
    exposed('the whole session', 'wholeSession', inHandler('console.log(«req.session»);')),
    exposed('through a function of the app', 'sensitiveValue', log('note(«password»);').replace('const app =', 'function logNote(text) {\n  logger.info(text);\n}\nconst app =').replace('note(password)', 'logNote(password)').replace('note(«', 'logNote(«')),
  ],
});
