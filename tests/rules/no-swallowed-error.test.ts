import { inApp, judge, rule, tester } from '#kit';
import { expect, it } from 'vitest';
import { marked } from './marked.kit.js';

/** A method of a service that Nest makes; the repository is Prisma's. */
function service(body: string, before = ''): string {
  return `import { Injectable } from '@nestjs/common';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n@Injectable()\nexport class Orders {\n  ${before}async load(id: string, mailer: any, log: any) {\n    ${body}\n  }\n}\n`;
}

/** What the `catch` of a service does about a failed query. */
function caught(body: string, param = ''): string {
  return service(`try {\n      await prisma.order.delete({ where: { id } });\n    } catch ${param}{\n      ${body}\n    }`);
}

function express(body: string): string {
  return `import express from 'express';\nimport { loadOrder } from 'orders';\nconst app = express();\napp.get('/orders', async (req, res, next) => {\n  ${body}\n});\n`;
}

const swallowed = (name: string, text: string, rest: Parameters<typeof marked>[3] = {}) => marked(name, 'swallowedError', text, rest);

tester.run('no-swallowed-error', rule('no-swallowed-error'), {
  valid: [
    { name: 'a check that is a statement by itself, and what is read for it', code: service('try {\n      const order = await prisma.order.findFirst({ where: { id } });\n      authorize(order);\n      return true;\n    } catch {\n      return null;\n    }') },
    { name: 'a look-up by a token', code: express('let user;\n  try {\n    user = await userFromToken(req.cookies.token);\n  } catch {\n    user = undefined;\n  }\n  res.json({ user });') },
    { name: 'the error thrown again', code: caught('throw error;', '(error) ') },
    { name: 'another error thrown', code: caught("throw new Error('Could not delete');") },
    { name: 'the error logged', code: caught('console.error(error);', '(error) ') },
    { name: 'a log without the error', code: caught("log.warn('not deleted');") },
    { name: 'the error handed on', code: caught('this.failures.push(error);', '(error) ') },
    { name: 'the error looked at', code: caught("if (error.code === 'P2025') return null;", '(error) ') },
    { name: 'another way tried', code: caught('return this.loadFromArchive(id);') },
    { name: 'a flag that says so', code: caught('this.failed = true;') },
    { name: 'a counter', code: caught('this.count++;') },
    { name: 'a result that says so', code: caught('return { ok: false };') },
    { name: 'a text that says so', code: caught("return 'Could not delete';") },
    { name: 'a name that says so', code: caught('return State.FAILED;') },
    { name: 'a comment that explains it', code: caught('// It may be gone already.') },
    { name: 'a comment at the end of the line', code: service('try {\n      await prisma.order.delete({ where: { id } });\n    } catch {} // gone already') },
    { name: 'a comment above that speaks of failing', code: service('// Best effort: the nightly job deletes the rest.\n    try {\n      await prisma.order.delete({ where: { id } });\n    } catch {}') },
    { name: 'a documented fallback', code: service('try {\n      return await prisma.order.findFirst();\n    } catch {\n      return null;\n    }', '/** The order, or null if it cannot be read. */\n  ') },
    { name: 'an answer with an error', code: express("try {\n    res.json(await loadOrder());\n  } catch {\n    res.status(500).json({ error: 'Something went wrong' });\n  }") },
    { name: 'passed on to next', code: express('try {\n    res.json(await loadOrder());\n  } catch (err) {\n    next(err);\n  }') },
    { name: 'an error thrown right after', code: service("try {\n      return await prisma.order.findFirst();\n    } catch {}\n    throw new Error('No order');") },
    { name: 'an error thrown right after, where nothing came', code: service("let order;\n    try {\n      order = await prisma.order.findFirst();\n    } catch {\n      order = null;\n    }\n    if (!order) throw new Error('No order');\n    return order;") },
    { name: 'an error answered right after', code: express("let order;\n  try {\n    order = await loadOrder();\n  } catch {}\n  if (order === undefined) return res.status(404).json({ error: 'No such order' });\n  res.json(order);") },
    { name: 'an error thrown right after, where nothing came that could be the same', code: service("const order = await prisma.order.findFirst().catch(() => null);\n    if (order?.id !== id) throw new Error('Another order');\n    return order;") },
    { name: 'promises of which none rejects', code: service('try {\n      await Promise.allSettled([prisma.order.delete({ where: { id } }), mailer.send(id)]);\n    } catch {}') },
    { name: 'a rejection handler that is put into its variable later', code: service('let fail: (error: unknown) => void = () => {};\n    this.ready = new Promise((_, reject) => { fail = reject; });\n    await prisma.order.findFirst().catch(fail);') },
    { name: 'an error thrown after the last candidate', code: service("for (const from of [1, 2]) {\n      try {\n        return await prisma.order.findFirst({ skip: from });\n      } catch {\n        continue;\n      }\n    }\n    throw new Error('No order');") },
    { name: 'parsing as a test', code: service('try {\n      return JSON.parse(id);\n    } catch {\n      return null;\n    }') },
    { name: 'an address as a test', code: service('try {\n      new URL(id);\n      return true;\n    } catch {\n      return false;\n    }') },
    { name: 'an encoded text as a test', code: service('try {\n      return decodeURIComponent(id);\n    } catch {\n      return id;\n    }') },
    { name: 'an optional module as a test', code: service("try {\n      return await import('sharp');\n    } catch {\n      return undefined;\n    }") },
    { name: 'code of a fixed text, which only asks what there is', code: express("let text = req.query.text;\n  try {\n    text = eval('2n ** 3n');\n  } catch {\n    text = '0';\n  }\n  res.send(text);") },
    { name: 'a function of the app that is called so', code: express("let text = req.query.text;\n  try {\n    text = shell.eval(text);\n  } catch {\n    text = '0';\n  }\n  res.send(text);") },
    { name: 'a body that is no JSON', code: service('const answer = await fetch(id);\n    return answer.json().catch(() => null);') },
    { name: 'a file that may not be there, as a test', code: `import fs from 'node:fs/promises';\n${service('try {\n      await fs.access(id);\n      return true;\n    } catch {\n      return false;\n    }')}` },
    { name: 'a token that does not verify', code: service('try {\n      return await mailer.verifyToken(id);\n    } catch {\n      return null;\n    }') },
    { name: 'a cache that misses', code: service('try {\n      return await this.cache.get(id);\n    } catch {\n      return undefined;\n    }') },
    { name: 'tidying up', code: `import fs from 'node:fs/promises';\n${service('try {\n      await fs.unlink(id);\n    } catch {}')}` },
    { name: 'tidying up with a rejection handler', code: `import fs from 'node:fs/promises';\n${service('await fs.rm(id).catch(() => {});')}` },
    { name: 'a query in a finally', code: service('try {\n      await mailer.send(id);\n    } finally {\n      await prisma.lock.delete({ where: { id } }).catch(() => {});\n    }') },
    { name: 'a query in a catch', code: service("try {\n      await mailer.send(id);\n    } catch (error) {\n      try {\n        await prisma.order.delete({ where: { id } });\n      } catch {}\n      throw error;\n    }") },
    { name: 'measuring that must not stop the work', code: service("await this.analytics.track('loaded').catch(() => {});") },
    { name: 'a look-up that throws where there is nothing', code: service('try {\n      return await prisma.order.findUniqueOrThrow({ where: { id } });\n    } catch {\n      return null;\n    }') },
    { name: 'a promise that is kept', code: service('const pending = prisma.order.findFirst();\n    pending.catch(() => {});\n    return pending;') },
    { name: 'attempts of a retry loop', code: service('for (let attempt = 0; attempt < 3; attempt++) {\n      try {\n        return await prisma.order.findFirst();\n      } catch {}\n    }\n    return null;') },
    { name: 'work that is not waited for', code: service('try {\n      mailer.enqueue(id);\n    } catch {}') },
    { name: 'a rejection handler that logs', code: service('await prisma.order.findFirst().catch((error) => console.error(error));') },
    { name: 'a rejection handler of the app that logs', code: `${service('await prisma.order.findFirst().catch(report);')}function report(error: unknown) { console.error(error); }\n` },
    { name: 'an error-first callback', code: express('loadOrder((err, order) => res.json(order));') },
    { name: 'a health probe', code: "import { Injectable } from '@nestjs/common';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n@Injectable()\nexport class Orders {\n  async isHealthy() {\n    try {\n      await prisma.order.count();\n      return true;\n    } catch {\n      return false;\n    }\n  }\n}\n" },
    { name: 'a guard', code: "import { CanActivate, Injectable } from '@nestjs/common';\n@Injectable()\nexport class Members implements CanActivate {\n  async canActivate(context: any) {\n    try {\n      await context.load();\n      return true;\n    } catch {\n      return false;\n    }\n  }\n}\n" },
    { name: 'code of a browser', code: "export async function copy(text: string) {\n  try {\n    await navigator.clipboard.writeText(text);\n  } catch {}\n}\n" },
    { name: 'start-up code', code: "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nasync function warm() {\n  try {\n    await prisma.order.count();\n  } catch {}\n}\nwarm();\n" },
    { name: 'a test file', filename: inApp('tests/orders.ts'), code: caught('return null;') },
  ],
  invalid: [
    swallowed('a write beside a check', service('try {\n      await prisma.order.delete({ where: { id } });\n      authorize(id);\n      return true;\n    } «catch {\n      return null;\n    }»')),
    swallowed('a read beside a check whose answer is used', service('try {\n      const order = await prisma.order.findFirst({ where: { id } });\n      return authorize(order);\n    } «catch {\n      return null;\n    }»')),
    swallowed('a look-up by anything else', express('let user;\n  try {\n    user = await userFrom(req.cookies.token);\n  } «catch {\n    user = undefined;\n  }»\n  res.json({ user });')),
    swallowed('an empty catch around a query', service('try {\n      await prisma.order.delete({ where: { id } });\n    } «catch {}»')),
    swallowed('a catch that only returns a substitute', service('try {\n      return await prisma.order.findFirst();\n    } «catch {\n      return null;\n    }»')),
    swallowed('a catch that only assigns a substitute', service('let order;\n    try {\n      order = await prisma.order.findFirst();\n    } «catch (error) {\n      order = null;\n    }»\n    return order;')),
    swallowed('an error that is only named', service('try {\n      await prisma.order.delete({ where: { id } });\n    } «catch (error) {\n      void error;\n    }»')),
    swallowed('code that is commented out explains nothing', service('try {\n      await prisma.order.delete({ where: { id } });\n    } «catch (error) {\n      // console.error(error);\n    }»')),
    swallowed('an order to a tool explains nothing', service('try {\n      await prisma.order.delete({ where: { id } });\n    } «catch {\n      /* istanbul ignore next */\n    }»')),
    swallowed('a comment above that says what is done', service('// Removes the order.\n    try {\n      await prisma.order.delete({ where: { id } });\n    } «catch {}»')),
    swallowed('an error thrown after, on what is there', service("let banned;\n    try {\n      banned = await prisma.ban.findFirst();\n    } «catch {\n      banned = null;\n    }»\n    if (banned) throw new Error('Banned');")),
    swallowed('an error thrown after, about something else', service("try {\n      await prisma.order.delete({ where: { id } });\n    } «catch {}»\n    if (!id) throw new Error('No id');")),
    swallowed('an error thrown after, on what is the same', service("const order = await prisma.order.findFirst().catch(«() => null»);\n    if (order?.id === id) throw new Error('The same order');\n    return order;")),
    swallowed('an error thrown after, on something there', service("const order = await prisma.order.findFirst().catch(«() => null»);\n    if (order?.id !== undefined) throw new Error('Taken');\n    return order;")),
    swallowed('promises of which one may reject', service('try {\n      await Promise.all([prisma.order.delete({ where: { id } }), mailer.send(id)]);\n    } «catch {}»')),
    swallowed('a comment that speaks of failing, above what holds the function that fails', `${service('return prisma;')}// Best effort.\nexport const jobs = {\n  forget: () => prisma.order.deleteMany().catch(«() => {}»),\n};\n`),
    swallowed('a function whose name has a probe in it, and is none', service('try {\n      await prisma.order.delete({ where: { id } });\n    } «catch {}»').replace('load(', 'shippingOf(')),
    swallowed('a rejection handler that stays what it is', service('const fail: (error: unknown) => void = () => {};\n    await prisma.order.findFirst().catch(«fail»);')),
    swallowed('a query and a parser in one try', service('try {\n      return JSON.parse((await prisma.order.findFirst()).body);\n    } «catch {\n      return null;\n    }»')),
    swallowed('a query of a method that is called', service('try {\n      await this.remove(id);\n    } «catch {}»', "async remove(id: string) {\n    await prisma.order.delete({ where: { id } });\n  }\n  ")),
    swallowed('a request to another server', service('try {\n      return await fetch(id);\n    } «catch {\n      return undefined;\n    }»')),
    swallowed('mail that is not sent', service('try {\n      await mailer.sendReceipt(id);\n    } «catch {}»')),
    swallowed('a file that is not read', `import fs from 'node:fs/promises';\n${service("let text = '';\n    try {\n      text = await fs.readFile(id, 'utf8');\n    } «catch {\n      text = '';\n    }»\n    return text;")}`),
    swallowed('for await', service('const rows: unknown[] = [];\n    try {\n      for await (const row of mailer.inbox()) rows.push(row);\n    } «catch {}»\n    return rows;')),
    swallowed('an empty rejection handler', service('await prisma.order.findFirst().catch(«() => {}»);')),
    swallowed('a rejection handler with a substitute', service('return prisma.order.findMany().catch(«() => []»);')),
    swallowed('a rejection handler as the second argument', service('return prisma.order.findMany().then((rows) => rows.length, «() => 0»);')),
    swallowed('a rejection that nobody waits for', service('mailer.sendReceipt(id).catch(«() => {}»);')),
    swallowed('a rejection handler of the app that does nothing', `${service('await prisma.order.findFirst().catch(«noop»);')}function noop() {}\n`),
    swallowed('work in all turns of a loop', service('for (const each of mailer.ids) {\n      try {\n        await prisma.order.delete({ where: { id: each } });\n      } «catch {\n        continue;\n      }»\n    }')),
    swallowed('code that was handed in', express("let text = req.query.text;\n  try {\n    text = eval(text);\n  } «catch {\n    text = '0';\n  }»\n  res.send(text);")),
    swallowed('in a handler', express('let order = {};\n  try {\n    order = await loadOrder();\n  } «catch {\n    order = {};\n  }»\n  res.json(order);')),
    swallowed('in a model', "const mongoose = require('mongoose');\nconst schema = new mongoose.Schema({});\nconst Item = mongoose.model('Item', schema);\nexports.prune = async () => {\n  try {\n    await Item.deleteMany({});\n  } «catch (e) {}»\n};\n"),
    {
      name: 'names what may fail',
      code: service('try {\n      await mailer.sendReceipt(id);\n    } catch {}'),
      errors: [{ messageId: 'swallowedError', data: { tried: 'mailer.sendReceipt' } }],
    },
  ],
});

it('follows what is tried into another file', () => {
  const { found, expected } = judge({
    'src/orders.ts': "import { removeAll } from './store.js';\nimport { plan } from './plan.js';\nexport async function forget(id: string) {\n  try {\n    await removeAll(id);\n  } catch { // expect: no-swallowed-error/swallowedError\n    return undefined;\n  }\n}\nexport async function guess(id: string) {\n  try {\n    return plan(id);\n  } catch {\n    return undefined;\n  }\n}\n",
    'src/store.ts': "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function removeAll(id: string) {\n  await prisma.order.deleteMany({ where: { ownerId: id } });\n}\n",
    'src/plan.ts': 'export function plan(id: string) {\n  return id.length;\n}\n',
  }, { rules: { 'no-swallowed-error': {} } });
  expect(expected).toHaveLength(1);
  expect(found).toEqual(expected);
});

it('reads the comments of a text that only the host can parse', () => {
  const { found, expected } = judge({
    'src/orders.ts': "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const skew = (by?: number = 1) => by;\nexport async function forget(id: string) {\n  try {\n    await prisma.order.delete({ where: { id } });\n  } catch {\n    // It may be gone already.\n  }\n}\nexport async function drop(id: string) {\n  try {\n    await prisma.order.delete({ where: { id } });\n  } catch {} // expect: no-swallowed-error/swallowedError\n}\n",
  }, { rules: { 'no-swallowed-error': {} } });
  expect(expected).toHaveLength(1);
  expect(found).toEqual(expected);
});
