/** What is tried and what its `catch` does, in pairs that differ in one thing. */
import { inApp, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

/** A method of a service that Nest makes; the repository is Prisma's. */
const service = (body: string, before = '') => `import { Injectable } from '@nestjs/common';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n@Injectable()\nexport class Orders {\n  ${before}async load(id: string, mailer: any, jobs: any) {\n    ${body}\n  }\n}\n`;
const attempt = (code: string, dropped = '«catch {}»') => service(`try {\n      ${code}\n    } ${dropped}`);
const plain = (text: string) => text.replaceAll(/[«»]/g, '');
/** A function of a module, in no class, that reads a file. */
const reader = (imports: string, dropped = '«catch {\n    return null;\n  }»') => `${imports}export async function read(path: string) {\n  try {\n    return await load(path);\n  } ${dropped}\n}\n`;
const LONG = "folder: 'a folder with a long name', owner: 'an owner with a long name', order: 'descending'";
const DELETE = 'await prisma.order.delete({ where: { id } });';

/** Each is quiet with the first code and reported with the second. */
const pairs: readonly [name: string, valid: string, invalid: string][] = [
  ['a substitute that is made by a class of the app, and an empty map', attempt('return await prisma.order.findMany();', 'catch {\n      return new this.Empty();\n    }'), attempt('return await prisma.order.findMany();', '«catch {\n      return new Map();\n    }»')],
  ['a promise that fails, and one that gives nothing', attempt(DELETE, 'catch {\n      return Promise.reject(id);\n    }'), attempt(DELETE, '«catch {\n      return Promise.resolve(null);\n    }»')],
  ['a call of another, and a text that is made', attempt(DELETE, 'catch {\n      return mailer.String(id);\n    }'), attempt(DELETE, '«catch {\n      return String(id);\n    }»')],
  ['a call of what has no name, and a list that is made', attempt(DELETE, 'catch {\n      jobs[id]();\n    }'), attempt(DELETE, '«catch {\n      return Array.from(id);\n    }»')],
  ['a handler that nobody can see, and one that gives nothing', service('await prisma.order.findFirst().catch(jobs.report);'), service('await prisma.order.findFirst().catch(«() => undefined»);')],
  ['handlers in a list, and one', service('await prisma.order.findFirst().catch(...jobs);'), service('await prisma.order.findFirst().catch(«() => null»);')],
  ['a handler that says why, and one that does not', `${service('await prisma.order.findFirst().catch(skip);')}// The order is optional.\nfunction skip() {}\n`, `${service('await prisma.order.findFirst().catch(«skip»);')}function skip() {}\n`],
  ['a query that is only set up, and one that runs at once', attempt('mailer.onDone(async () => { await prisma.order.delete({ where: { id } }); });'), attempt('await Promise.all([id].map(async () => { await prisma.order.delete({ where: { id } }); }));')],
  ['a try inside that logs, and one that only tidies up', attempt(`try { ${DELETE} } catch (error) { console.error(error); }`), attempt(`try { ${DELETE} } finally { jobs = null; }`)],
  ['a call of what has no name that nobody waits for, and one that is waited for', attempt('jobs[id](id);'), attempt('await (await jobs.next())(id);')],
  ['a stream of a cache, and one of a mailbox', attempt('for await (const row of this.cache.rows()) jobs.push(row);'), attempt('for await (const row of mailer.rows()) jobs.push(row);')],
  ['steps of a chain that nobody waits for, and that somebody does', attempt('mailer.inbox().then((rows: any) => rows.length);'), attempt('await mailer.inbox().then((rows: any) => rows.length);')],
  ['a promise that is kept in a list, and a list that is waited for', attempt('const all = [mailer.receipts(id)];'), attempt('await Promise.all([mailer.receipts(id), mailer.bills(id)]);')],
  ['an argument of a function without a name, and the function itself', attempt('await jobs.all;\n      jobs[id](mailer.receipts(id));'), attempt('await jobs.all;\n      await jobs[id](mailer);')],
  ['a promise that is read under a name that nobody knows, and one that is waited for', attempt('mailer.receipts(id)[id];'), attempt('await mailer.receipts(id);')],
  ['an optional call that is not waited for, and one that is', attempt('mailer?.receipts?.(id);'), attempt('await mailer?.receipts?.(id);')],
  ['a call with a type that is not waited for, and one that is', attempt('const one = mailer.receipts(id) as unknown;'), attempt('const one = await (mailer.receipts(id) as Promise<unknown>);')],
  ['a function that keeps its errors itself, and one that throws them again', service('return this.known(id).catch(() => null);', 'async known(id: string) { try { return await mailer.receipts(id); } catch (error) { console.error(error); return null; } }\n  '), service('return this.known(id).catch(«() => null»);', 'async known(id: string) { try { return await mailer.receipts(id); } catch (error) { console.error(error); throw error; } }\n  ')],
  ['a function that keeps all its errors, and one that keeps some', service('return this.known(id).catch(() => null);', `async known(id: string) { try { ${DELETE} return await mailer.receipts(id); } catch (error) { console.error(error); return null; } }\n  `), service('return this.known(id).catch(«() => null»);', `async known(id: string) { ${DELETE} try { return await mailer.receipts(id); } catch (error) { console.error(error); return null; } }\n  `)],
  ['a function that keeps what it awaits, and one that hands the promise on', service('return this.known(id).catch(() => null);', 'async known(id: string) { try { return await mailer.receipts(id); } catch (error) { console.error(error); return null; } }\n  '), service('return this.known(id).catch(«() => null»);', 'async known(id: string) { try { await mailer.send(id); } catch (error) { console.error(error); }\n    return mailer.receipts(id); }\n  ')],
  ['a function that only asks, and one that does more', service('try {\n      return await this.known(id);\n    } catch {\n      return false;\n    }', 'async known(id: string) { return (await jobs.has(id)) && this.cache.get(id); }\n  '), service('try {\n      return await this.known(id);\n    } «catch {\n      return false;\n    }»', 'async known(id: string) { return (await jobs.has(id)) && jobs.take(id); }\n  ')],
  ['a function that asks what has no name, and one that calls nothing', service('try {\n      return await this.known(id);\n    } catch {\n      return false;\n    }', 'async known(id: string) { return jobs.exists(id); }\n  '), service('try {\n      return await this.known(id);\n    } «catch {\n      return false;\n    }»', 'async known(id: string) { return jobs[id](id); }\n  ')],
  ['work inside a handler of a rejection, and inside another function', service(`return mailer.send(id).catch(async () => { try { ${DELETE} } catch {} });`), service(`return mailer.send(id).with(async () => { try { ${DELETE} } «catch {}» });`)],
  ['work at the end of a promise, and inside a function without a name', service(`return mailer.send(id).finally(async () => { try { ${DELETE} } catch {} });`), service(`return jobs[id](async () => { try { ${DELETE} } «catch {}» });`)],
  ['a module that only types a framework, and one that uses a module of Node', reader("import type { Request } from 'express';\n", 'catch {\n    return null;\n  }'), reader("import { load } from 'node:fs';\n")],
  ['a module of the app, and an older name of a module of Node', reader("import { load } from './files';\n", 'catch {\n    return null;\n  }'), reader("const { load } = require('fs');\n")],
  ['a package that nobody has described, and a database', reader("import { load } from 'left-pad';\n", 'catch {\n    return null;\n  }'), reader("import { load } from 'mongoose';\n")],
  ['code of a browser, and code that says nothing of one', reader("'use client';\nimport { load } from 'node:fs';\n", 'catch {\n    return null;\n  }'), reader("'use strict';\nimport { load } from 'node:fs';\n")],
  ['a function that asks whether something is up, and one that does not', `import { load } from 'node:fs';\n${reader('', 'catch {\n    return null;\n  }').replace('read(', 'isReachable(')}`, `import { load } from 'node:fs';\n${reader('')}`],
];

/** A module of TypeScript without markup. */
const filename = inApp('src/read.ts');

tester.run('no-swallowed-error: tries', rule('no-swallowed-error'), {
  valid: [
    ...pairs.map(([name, code]) => ({ name: `${name}: the first`, filename, code: plain(code) })),
    { name: 'a file about health', filename: inApp('src/health/check.ts'), code: plain(attempt(DELETE)) },
    { name: 'a component', filename: inApp('src/read.tsx'), code: plain(reader("import { load } from 'node:fs';\n")) },
  ],
  invalid: [
    ...pairs.map(([name, , code]) => marked(`${name}: the second`, 'swallowedError', code, { filename })),
    marked('a file about something else', 'swallowedError', attempt(DELETE), { filename: inApp('src/orders/check.ts') }),
    ...([
      ['a short callee as it is written', 'await mailer.box(id).send(id);', 'mailer.box(id).send'],
      ['a long callee by its last name', `await mailer.box({ ${LONG} }).send(id);`, 'send'],
      ['a long callee without a name in a word', `await (await mailer.box({ ${LONG} }))(id);`, 'this'],
      ['an element of a list, in a chain', 'await jobs[id](id).then(jobs[id]);', 'jobs[id]'],
      ['what is handed to a function without a name', 'await Promise.all([jobs.first(id)]);', 'jobs.first'],
    ] as const).map(([name, code, tried]) => ({ name: `names ${name}`, code: plain(attempt(code)), errors: [{ messageId: 'swallowedError', data: { tried } }] })),
    marked('a module that is no component', 'swallowedError', reader("import { load } from 'node:fs';\n"), { filename }),
  ],
});
