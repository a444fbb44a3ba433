/** In which ways a value gets into a line, and what a request is known to carry. */
import { rule, tester } from '#kit';
import { exposed, handler } from './sensitive.kit.js';

const quiet = (code: string): string => code.replace(/[«»]/g, '');
const log = (line: string, before = ''): string => handler(before, `const { email, password } = req.body;\n  ${line}\n  res.sendStatus(204);`);
const routes = (login: string, other: string): string => `import express from 'express';\nconst app = express();\napp.post('/one', (req, res) => {\n  ${login}\n});\napp.post('/two', (req, res) => {\n  ${other}\n});\n`;
const pino = (line: string, options = ''): string => log(line, `import pino from 'pino';\nconst logger = pino(${options});\nconst { info } = logger;`);
const dto = (member: string): string => `import { Body, Controller, Post } from '@nestjs/common';\nclass GivenDto {\n  ${member}\n}\n@Controller()\nexport class SessionsController {\n  @Post('sessions') create(@Body() given: GivenDto) {\n    console.log(«given»);\n  }\n}\n`;

tester.run('no-sensitive-data-in-log (ways)', rule('no-sensitive-data-in-log'), {
  valid: [
    { name: 'a value that decides between texts', code: log("console.log(password ? 'given' : 'missing');") },
    { name: 'a value that a text follows', code: log("console.log(password && 'given');") },
    { name: 'a field deeper than a line shows', code: log('console.log({ a: { b: { c: { d: { e: { f: { g: password } } } } } } });') },
    { name: 'an object that is spread, without one', code: log('console.log({ ...{ email } });') },
    { name: 'nothing as JSON', code: log('console.log(JSON.stringify());') },
    { name: 'a name by an element of a list', code: log('console.log(names[0](password));') },
    { name: 'a sum', code: log('console.log(password * 2);') },
    { name: 'fields that the logger leaves out', code: quiet(pino('logger.info({ «password» });', "{ redact: ['password'] }")) },

    // Bodies.
    { name: 'the body of a route beside a login', code: routes('const { password } = req.body;\n  res.json(check(password));', 'console.log(req.body);\n  res.sendStatus(204);') },
    { name: 'the body of a route that makes a password', code: routes('res.sendStatus(204);', 'const password = generate();\n  console.log(req.body);\n  res.json(store(password));') },
    { name: 'a body by a class without a password', code: quiet(dto('email: string;')) },
    { name: 'a body by a class with a key that is worked out', code: quiet(dto('[KEY]: string;')) },
  ],
  invalid: [
    exposed('one of two values', 'sensitiveValue', log("console.log(email ? «password» : 'missing');")),
    exposed('a value with a default', 'sensitiveValue', log("console.log(«password» ?? 'missing');")),
    exposed('a value that another precedes', 'sensitiveValue', log('console.log(email && «password»);')),
    exposed('a value in a list', 'sensitiveValue', log('console.log([, email, «password»]);')),
    exposed('a value in a list that is spread', 'sensitiveValue', log('console.log(...[email, «password»]);')),
    exposed('a value in an object that is spread', 'sensitiveValue', log('console.log({ ...{ «password» } });')),
    exposed('a value of a promise', 'sensitiveRow', handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ password: String }));", 'console.log(await «User.findById(req.params.id)»);')),
    exposed('a value as a text', 'sensitiveValue', log('console.log(String(«password»));')),
    exposed('a function of a logger by itself', 'sensitiveValue', pino('info({ «password» });')),
    exposed('a field of a logger that leaves out nothing', 'sensitiveValue', pino('logger.info({ «password» });')),
    exposed('a field whose key is worked out', 'sensitiveValue', log('console.log({ [email]: «password» });')),

    // Bodies.
    exposed('the body of a login beside another route', 'authBody', routes('res.sendStatus(204);', 'const { password } = req.body;\n  console.log(«req.body»);\n  res.json(check(password));')),
    exposed('a body that is kept in an object', 'authBody', routes('res.sendStatus(204);', 'const { password } = req.body;\n  const kept = { body: req.body };\n  console.log(«kept.body»);\n  res.json(check(password));')),
    exposed('a body by a class with a password', 'authBody', dto('password: string;')),
    exposed('the body of a route by its path', 'authBody', "import express from 'express';\nconst app = express();\napp.post('/sign-in', (req, res) => {\n  console.log(«req.body»);\n  res.json(check(req.body));\n});\n"),
  ],
});
