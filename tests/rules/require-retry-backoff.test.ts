import { inApp, lintProject, rule, tester } from '#kit';
import { expect, it } from 'vitest';
import { marked, type Rest } from './marked.kit.js';

/** The body of a service's function. */
function service(body: string, head = 'async function loadRates(url, limit)'): string {
  return `const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nexport ${head} {\n  ${body}\n}\n`;
}

/** A loop of three attempts, with this in its `catch`. */
function three(failing: string, work = 'return await load(url);'): string {
  return service(`«for (let attempt = 0; attempt < 3; attempt++) »{\n    try {\n      ${work}\n    } catch (err) {\n      ${failing}\n    }\n  }`);
}

function without(text: string): string {
  return text.replace(/[«»]/g, '');
}

/** Reports the mark, and suggests what the source becomes by putting `to` in place of `from`. */
function repaired(name: string, message: string, text: string, from: string, to: string): ReturnType<typeof marked> {
  return marked(name, message, text, { suggested: ['growDelay', without(text).replace(from, to)] });
}

type Case = ReturnType<typeof marked>;

/** A case of which the report suggests an edit. */
function editable({ errors, ...rest }: Case): Case {
  return { ...rest, errors: errors.map((error) => ({ ...error, suggestions: 1 as never })) };
}

const noDelay = (name: string, text: string, rest: Rest = {}): Case => marked(name, 'noDelay', text, rest);
const constant = (name: string, text: string, rest: Rest = {}): Case => marked(name, 'constantDelay', text, rest);
const unbounded = (name: string, text: string, rest: Rest = {}): Case => marked(name, 'unbounded', text, rest);
const hopeless = (name: string, text: string, rest: Rest = {}): Case => marked(name, 'hopeless', text, rest);

tester.run('require-retry-backoff', rule('require-retry-backoff'), {
  valid: [
    // A delay that grows.
    { name: 'a power of the counter', code: without(three('await sleep(100 * 2 ** attempt);')) },
    { name: 'Math.pow', code: without(three('await sleep(Math.pow(2, attempt) * 100);')) },
    { name: 'a multiple of the counter', code: without(three('await sleep(500 * (attempt + 1));')) },
    { name: 'chance in the delay', code: without(three('await sleep(500 + Math.random() * 500);')) },
    { name: 'a delay that is doubled', code: service('let delay = 100;\n  for (let i = 0; i < 5; i++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      await sleep(delay);\n      delay *= 2;\n    }\n  }') },
    { name: 'a delay that is made of the counter', code: without(three('const delay = 100 * 2 ** attempt;\n      await sleep(delay);')) },
    { name: 'a delay that a function makes of the counter', code: without(three('await sleep(backoffFor(attempt));')) },
    { name: 'a delay that a function makes', code: without(three('await sleep(nextDelay());')) },
    { name: 'a delay that the error tells', code: without(three('await sleep(err.retryAfter * 1000);')) },
    { name: 'a delay that the answer tells', code: without(three('await sleep(1000);\n      const wait = Number(err.headers["retry-after"]);\n      await sleep(wait);')) },
    { name: 'a promise around a timer whose time grows', code: without(three('await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 1000));')) },
    { name: 'a delay before all attempts but the first', code: service('for (let attempt = 0; attempt < 5; attempt++) {\n    if (attempt > 0) await sleep(1000 * 2 ** attempt);\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a list of delays', code: without(three('await sleep(DELAYS[attempt]);')) },
    { name: 'a function of which nobody knows whether it waits', code: without(three('await this.recover(err);')) },
    { name: 'a library that tries again', code: `import pRetry from 'p-retry';\n${service('return pRetry(() => load(url), { retries: 5 });')}` },
    { name: 'a library that tries again, in a catch', code: `import retry from 'async-retry';\n${without(three('await retry(() => restore(url));'))}` },
    { name: 'an operation of a library', code: `import retry from 'retry';\n${service('const operation = retry.operation();\n  operation.attempt(async () => {\n    try {\n      await load(url);\n    } catch (err) {\n      if (operation.retry(err)) return;\n    }\n  });')}` },
    { name: 'a recursion whose delay grows', code: service('try {\n    return await load(url);\n  } catch (err) {\n    if (limit === 0) throw err;\n    await sleep(delay);\n    return loadRates(url, limit - 1, delay * 2);\n  }', 'async function loadRates(url, limit, delay = 100)') },
    { name: 'a timer whose time grows', code: service('connect().catch(() => setTimeout(() => loadRates(attempt + 1), 1000 * 2 ** attempt));', 'function loadRates(attempt)') },
    { name: 'a function that waits, ever longer, before it begins', code: service('setTimeout(async () => {\n    try {\n      await load(url);\n    } catch (err) {\n      if (attempt < 9) loadRates(url, attempt + 1);\n    }\n  }, 100 * 2 ** attempt);', 'function loadRates(url, attempt)') },
    { name: 'a delay at the head of what is attempted', code: without(three('console.error(err);', 'if (attempt > 0) await sleep(100 * 2 ** attempt);\n      return await load(url);')) },
    { name: 'a timer whose time is made of a field that counts', code: 'export class Rates {\n  attempts = 0;\n  again() {\n    if (this.attempts > 9) return;\n    this.attempts++;\n    const delay = 1000 * 2 ** this.attempts;\n    setTimeout(async () => {\n      try {\n        await this.load();\n      } catch (err) {\n        this.again();\n      }\n    }, delay);\n  }\n}\n' },
    { name: 'a field that is doubled', code: 'export class Rates {\n  delay = 100;\n  async load(url) {\n    for (let i = 0; i < 5; i++) {\n      try {\n        return await get(url);\n      } catch (err) {\n        await sleep(this.delay);\n        this.delay *= 2;\n      }\n    }\n  }\n}\n' },
    { name: 'a delay with a part that a function makes', code: without(three('const extra = jitter();\n      await sleep(1000 + extra);')) },
    { name: 'a multiple of the counter and of what a function makes', code: without(three('await sleep(attempt * jitter());')) },
    { name: 'a delay that is handed on from name to name', code: without(three('const a = nextDelay();\n      const b = a;\n      const c = b;\n      const d = c;\n      await sleep(d);')) },
    { name: 'a delay that other code changes', code: `let delay = 1000;\nexport const slower = () => { delay = 2000; };\n${without(three('await sleep(delay);'))}` },
    { name: 'a function that waits, for a time that nobody knows, before it begins', code: service('await sleep(nextDelay());\n  try {\n    return await load(url);\n  } catch (err) {\n    if (limit > 0) return loadRates(url, limit - 1);\n  }') },
    { name: 'one more attempt at once, by calling itself', code: service('try {\n    return await load(url);\n  } catch (err) {\n    if (retries > 0) return loadRates(url, retries - 1);\n    throw err;\n  }', 'async function loadRates(url, retries = 1)') },
    { name: 'a lock that is held', code: service('for (let i = 0; i < 30; i++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      await sleep(100);\n    }\n  }', 'async function acquireLock(url)') },
    // No attempts at the same work.
    { name: 'an answer that is asked for again without a name for it', code: service('for (;;) {\n    const response = await fetch(url);\n    if (response.ok) return response;\n    await sleep(1000);\n  }') },
    { name: 'an answer that nothing looks at', code: service('let attempts = 0;\n  while (attempts < 5) {\n    await fetch(url);\n    attempts++;\n  }') },
    { name: 'an answer that is there already', code: service('let attempts = 0;\n  while (attempts < 5) {\n    const response = await pending;\n    if (response.ok) return response;\n    attempts++;\n  }') },
    { name: 'an attempt that goes on by itself', code: service('for (let i = 0; i < 5; i++) {\n    try {\n      const rates = await load(url);\n      if (!rates) continue;\n      return rates;\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a timer of what is spread', code: service('load(url).catch(() => setTimeout(...timers, 5000));') },
    { name: 'a timer of another function', code: service('load(url).catch(() => setTimeout(() => restore(url), 5000));') },
    { name: 'a timer of what nobody knows', code: service('load(url).catch(() => setTimeout(again, 5000));', 'function loadRates(url, again)') },
    { name: 'parts of an argument', code: service('try {\n    return await load(url);\n  } catch (err) {\n    return loadRates({ url }, limit);\n  }', 'async function loadRates({ url }, limit)') },
    { name: 'what an argument is compared with', code: service('try {\n    return await load(url);\n  } catch (err) {\n    return loadRates(url, limit > 1);\n  }') },
    { name: 'one more attempt at once, by another comparison', code: service('for (let i = 0; i <= 1; i++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a loop over a collection', code: service('for (let i = 0; i < urls.length; i++) {\n    try {\n      return await load(urls[i]);\n    } catch (err) {\n      console.error(err);\n    }\n  }', 'async function loadRates(urls)') },
    { name: 'another host each time', code: service('for (let i = 0; i < 3; i++) {\n    try {\n      return await load(HOSTS[i]);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'another page each time', code: service('for (let port = 3000; port < 3010; port++) {\n    try {\n      return await listen(port);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a for-of loop over providers', code: service('for (const provider of providers) {\n    try {\n      return await provider.load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a worker, whose success goes on as well', code: service('while (true) {\n    try {\n      await work(url);\n    } catch (err) {\n      await sleep(1000);\n    }\n  }') },
    { name: 'a worker that stops when there is nothing more', code: service('while (true) {\n    try {\n      const done = await work(url);\n      if (done < 100) break;\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a catch that gives up', code: service('for (let i = 0; i < 3; i++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      throw err;\n    }\n  }') },
    { name: 'work that is done at once', code: service('for (let i = 0; i < 3; i++) {\n    try {\n      return parse(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'polling', code: service("while (true) {\n    const job = await load(url);\n    if (job.state === 'done') return job;\n    await sleep(1000);\n  }") },
    { name: 'polling that survives errors, by its name', code: service('for (let i = 0; i < 30; i++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      await sleep(1000);\n    }\n  }', 'async function waitForRates(url)') },
    { name: 'a number that is drawn until it is free', code: service('for (let i = 0; i < 5; i++) {\n    try {\n      return await save(randomBytes(8));\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'a conflict with another writer', code: without(three("if (err.code !== 'P2034') throw err;")) },
    { name: 'one more attempt at once', code: service('for (let i = 0; i < 2; i++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }') },
    { name: 'another argument in the catch', code: service('try {\n    return await load(url);\n  } catch (err) {\n    return loadRates(FALLBACK, limit);\n  }') },
    { name: 'one more attempt that a flag allows', code: service('try {\n    return await load(url);\n  } catch (err) {\n    if (limit) throw err;\n    return loadRates(url, true);\n  }') },
    { name: 'a call of another function in the catch', code: service('try {\n    return await load(url);\n  } catch (err) {\n    return restore(url);\n  }') },
    { name: 'a recursion beside the catch', code: service('try {\n    await load(url);\n  } catch (err) {\n    console.error(err);\n  }\n  if (limit > 0) return loadRates(url, limit - 1);') },
    { name: 'a function that only starts the next attempt later', code: service('try {\n    await load(url);\n  } catch (err) {\n    button.on("click", () => loadRates(url, limit));\n  }') },
    { name: 'a component', filename: inApp('src/rates.tsx'), code: `${without(three(''))}export const Rates = () => <br />;\n` },
    { name: 'code of the browser', code: `'use client';\n${without(three(''))}` },
    { name: 'a connection that is made again for ever, ever slower', code: service('for (let attempt = 0; ; attempt++) {\n    try {\n      return await open(url);\n    } catch (err) {\n      await sleep(100 * 2 ** attempt);\n    }\n  }', 'async function connect(url)') },
    // An end.
    { name: 'an end by the number of attempts', code: service('for (let attempt = 0; ; attempt++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (attempt >= 5) throw err;\n      await sleep(100 * 2 ** attempt);\n    }\n  }') },
    { name: 'an end by the time', code: service('let attempt = 0;\n  while (true) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (Date.now() > end) throw err;\n      await sleep(100 * 2 ** attempt++);\n    }\n  }') },
    { name: 'an end by a signal', code: service('let delay = 100;\n  while (!signal.aborted) {\n    try {\n      return await load(url);\n    } catch (err) {\n      await sleep((delay *= 2));\n    }\n  }') },
    { name: 'an end by a function', code: service('let delay = 100;\n  while (true) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (!mayGoOn(delay)) throw err;\n      await sleep((delay *= 2));\n    }\n  }') },
    { name: 'an end beside a kind of errors', code: service('for (let attempt = 0; ; attempt++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (!isTemporary(err) || attempt > 4) throw err;\n      await sleep(100 * 2 ** attempt);\n    }\n  }') },
    { name: 'an end behind the attempts that are left', code: service('for (let attempt = 0; ; attempt++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (err.code === 408) {\n        if (attempt < limit) {\n          await sleep(100 * 2 ** attempt);\n          continue;\n        }\n      }\n      throw err;\n    }\n  }') },
    { name: 'an end of the process', code: service('for (let attempt = 0; ; attempt++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (attempt > 4) process.exit(1);\n      await sleep(100 * 2 ** attempt);\n    }\n  }') },
    { name: 'an end by a number that is equal', code: service('for (let attempt = 0; ; attempt++) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (attempt === 4) throw err;\n      await sleep(100 * 2 ** attempt);\n    }\n  }') },
    { name: 'an end by a counter', code: service('let left = 5;\n  let delay = 100;\n  while (true) {\n    try {\n      return await load(url);\n    } catch (err) {\n      if (!--left) throw err;\n      await sleep((delay *= 2));\n    }\n  }') },
    // Errors that may pass.
    { name: 'too many requests', code: without(three('if (err.status === 429) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')) },
    { name: 'a server that is away', code: without(three('if (err.status === 503) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')) },
    { name: 'what cannot pass, thrown on', code: without(three('if (err.status === 404) throw err;\n      await sleep(100 * 2 ** attempt);')) },
    { name: 'an error of the attempt that the catch looks at', code: without(three("if (err.name === 'NotFoundError') throw err;\n      await sleep(100 * 2 ** attempt);", 'const rates = await load(url);\n      if (!rates) throw new NotFoundError();\n      return rates;')) },
    { name: 'an error of the attempt that may pass', code: without(three('await sleep(100 * 2 ** attempt);', 'const rates = await load(url);\n      if (!rates) throw new TimeoutError();\n      return rates;')) },
    { name: 'an error of the attempt that a switch looks at', code: without(three("switch (err.code) {\n        case 'GONE':\n          throw err;\n        default:\n      }\n      await sleep(100 * 2 ** attempt);", 'const rates = await load(url);\n      if (!rates) throw new NotFoundError();\n      return rates;')) },
    { name: 'a comparison of a status that is no equality', code: without(three('if (err.status >= 500) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')) },
    { name: 'a code that is no status', code: without(three("if (err.code === 404) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;")) },
    { name: 'a class of errors that may pass', code: without(three('if (err instanceof TimeoutError) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')) },
    { name: 'one of two statuses, of which one may pass', code: without(three('if (err.status === 404 || err.status === 503) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')) },
    { name: 'a test file', filename: inApp('tests/rates.ts'), code: without(three('')) },
  ],
  invalid: [
    editable(noDelay('no delay', three('console.error(err);'))),
    editable(noDelay('an empty catch', three(''))),
    noDelay('no delay, with a continue', three('continue;')),
    noDelay('no delay, and a throw at the end', three('if (attempt === 2) throw err;\n      continue;')),
    editable(noDelay('no delay, with a test that throws', three('if (attempt === 2) throw err;'))),
    editable(noDelay('a line of the log that is waited for', three('await logger.error(err);'))),
    editable(noDelay('an answer that is looked at', three('console.error(err);', 'const response = await fetch(url);\n      if (response.ok) return response;'))),
    noDelay('a counter of a while', service('let attempts = 0;\n  «while (attempts < 5) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      attempts++;\n    }\n  }')),
    noDelay('a counter that goes down', service('let left = 5;\n  «while (left-- > 0) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }')),
    noDelay('a flag that the success sets', service('let done = false;\n  let tries = 0;\n  «while (!done && tries < 5) »{\n    try {\n      await load(url);\n      done = true;\n    } catch (err) {\n      tries++;\n    }\n  }')),
    noDelay('a do loop', service('let attempts = 0;\n  «do» {\n    try {\n      return await load(url);\n    } catch (err) {\n      attempts++;\n    }\n  } while (attempts < 5);')),
    noDelay('a break after the success', service('«for (let i = 0; i < 3; i++) »{\n    try {\n      await load(url);\n      break;\n    } catch (err) {\n      continue;\n    }\n  }')),
    noDelay('a loop without an end', service('«while (true) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }')),
    noDelay('an answer that is asked for again', service('let attempts = 0;\n  «while (attempts < 5) »{\n    const response = await fetch(url);\n    if (response.ok) return response;\n    attempts++;\n  }')),
    noDelay('an answer of axios', service('«for (let attempt = 0; attempt < 5; attempt++) »{\n    const response = await axios.get(url);\n    if (response.status === 200) return response.data;\n  }')),
    noDelay('a recursion', service('try {\n    return await load(url);\n  } catch (err) {\n    if (limit === 0) throw err;\n    return «loadRates(url, limit - 1)»;\n  }')),
    noDelay('a recursion of a method', 'export class Rates {\n  async load(url: string, left = 3) {\n    try {\n      return await this.client.load(url);\n    } catch (err) {\n      if (left > 0) return «this.load(url, left - 1)»;\n      throw err;\n    }\n  }\n}\n'),
    noDelay('a recursion in a rejection handler', service('return load(url).catch((err) => {\n    if (limit > 0) return «loadRates(url, limit - 1)»;\n    throw err;\n  });', 'function loadRates(url, limit)')),
    noDelay('a recursion in the second function of a promise', service('return load(url).then(use, (err) => {\n    if (limit > 0) return «loadRates(url, limit - 1)»;\n    throw err;\n  });', 'function loadRates(url, limit)')),
    noDelay('a recursion without an end', service('try {\n    return await load(url);\n  } catch (err) {\n    return «loadRates(url, limit)»;\n  }')),
    editable(noDelay('a promise that is waited for', three('console.error(err);', 'return await pending;'))),
    noDelay('a counter that goes down in the argument', service('try {\n    return await load(url);\n  } catch (err) {\n    if (limit > 0) return «loadRates(url, --limit)»;\n    throw err;\n  }')),
    editable(noDelay('a limit of three with another comparison', service('«for (let i = 0; i <= 2; i++) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n  }'))),
    editable(noDelay('a line of the log with the attempt', three('console.error(attempt, err);', 'console.info(attempt);\n      return await load(url);'))),
    // The same time each time.
    editable(constant('a literal', three('await sleep(1000);'))),
    editable(constant('a constant', `const DELAY = 1000;\n${three('await sleep(DELAY);')}`)),
    editable(constant('a parameter', three('await sleep(limit);'))),
    editable(constant('a setting', three('await sleep(this.config.delay);'))),
    editable(constant('a calculation of constants', three('await sleep(5 * 1000);'))),
    editable(constant('a local that is the same each time', three('const ms = limit * 1000;\n      await sleep(ms);'))),
    editable(constant('a bound of a constant', three('await sleep(Math.max(limit, 100));'))),
    editable(constant('a promise around a timer', three('await new Promise((resolve) => setTimeout(resolve, 1000));'))),
    editable(constant('a timer that gives a promise', `import { setTimeout } from 'node:timers/promises';\n${three('await setTimeout(1000);').replace(/^.*\n/, '')}`)),
    editable(constant('a delay after the try', service('«for (let attempt = 0; attempt < 3; attempt++) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      console.error(err);\n    }\n    await sleep(1000);\n  }'))),
    constant('a delay of a loop without a counter of its own', service('let attempts = 0;\n  «while (attempts < 5) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      attempts++;\n      await sleep(1000);\n    }\n  }')),
    constant('a delay of a recursion', service('try {\n    return await load(url);\n  } catch (err) {\n    if (limit === 0) throw err;\n    await sleep(1000);\n    return «loadRates(url, limit - 1)»;\n  }')),
    constant('a delay of a recursion, in a parameter that stays', service('try {\n    return await load(url);\n  } catch (err) {\n    if (limit === 0) throw err;\n    await sleep(delay);\n    return «loadRates(url, limit - 1, delay)»;\n  }', 'async function loadRates(url, limit, delay = 100)')),
    constant('a timer that starts the next attempt', service('load(url).catch((err) => {\n    console.error(err);\n    «setTimeout(loadRates, 5000)»;\n  });', 'function loadRates()')),
    constant('a timer with a function that starts the next attempt', service('try {\n    await load(url);\n  } catch (err) {\n    «setTimeout(() => loadRates(url, limit), 5000)»;\n  }')),
    constant('a connection that is made again every five seconds', "import mongoose from 'mongoose';\nconst connectWithRetry = () => {\n  mongoose.connect(process.env.URL).catch((err) => {\n    console.error(err);\n    «setTimeout(connectWithRetry, 5000)»;\n  });\n};\nconnectWithRetry();\n"),
    constant('a promise around a timer that starts the next attempt', service('return load(url).catch((err) => {\n    if (limit === 0) throw err;\n    return new Promise((resolve) => «setTimeout(() => resolve(loadRates(url, limit - 1)), 1000)»);\n  });', 'function loadRates(url, limit)')),
    editable(constant('a promise around a timer with a function', three('await new Promise((resolve) => setTimeout(() => resolve(), 1000));'))),
    noDelay('a timer that only watches the work', service('«for (let attempt = 0; attempt < 3; attempt++) »{\n    const timer = setTimeout(() => controller.abort(), 1000);\n    try {\n      return await load(url);\n    } catch (err) {\n      continue;\n    }\n  }')),
    constant('a timer in which the work stands', service('setTimeout(async () => {\n    try {\n      await load(url);\n    } catch (err) {\n      «loadRates(url, limit)»;\n    }\n  }, 5000);', 'function loadRates(url, limit)')),
    constant('a delay before the function begins', service('await sleep(1000);\n  try {\n    return await load(url);\n  } catch (err) {\n    if (limit > 0) return «loadRates(url, limit - 1)»;\n  }')),
    constant('a delay and other work', service('let attempts = 0;\n  «while (attempts < 5) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      attempts++;\n      await sleep(limit);\n      await this.cleanUp();\n    }\n  }')),
    constant('a step after a promise around a timer', service('return load(url).catch((err) => {\n    if (limit === 0) throw err;\n    return new Promise((resolve) => setTimeout(resolve, delay || 1000)).then(() => «loadRates(url, limit - 1, delay)»);\n  });', 'function loadRates(url, limit, delay)')),
    // No end.
    unbounded('no end', service('let delay = 100;\n  «while (true) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      await sleep((delay *= 2));\n    }\n  }')),
    unbounded('no end of a for loop', service('«for (let attempt = 0; ; attempt++) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      await sleep(100 * 2 ** attempt);\n    }\n  }')),
    unbounded('no end for errors that may pass', service('«for (let attempt = 0; ; attempt++) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      if (!isTemporary(err)) throw err;\n      await sleep(100 * 2 ** attempt);\n    }\n  }')),
    unbounded('no end for errors of a kind', service('«for (let attempt = 0; ; attempt++) »{\n    try {\n      return await load(url);\n    } catch (err) {\n      if (err.fatal) throw err;\n      await sleep(100 * 2 ** attempt);\n    }\n  }')),
    unbounded('no end but a flag that the success sets', service('let done = false;\n  let delay = 100;\n  «while (!done) »{\n    try {\n      await load(url);\n      done = true;\n    } catch (err) {\n      await sleep((delay *= 2));\n    }\n  }')),
    unbounded('no end of a recursion', service('try {\n    return await load(url);\n  } catch (err) {\n    await sleep(delay);\n    return «loadRates(url, delay * 2)»;\n  }', 'async function loadRates(url, delay)')),
    // What cannot pass.
    hopeless('a status that stays', three('if («err.status === 404») {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;').replace('«for', 'for').replace('++) »', '++) ').replace('for (let', '«for (let').replace('++) {', '++) »{').replace('«err.status === 404»', 'err.status === 404')),
    hopeless('a class of errors that stay', three('if (err instanceof ValidationError) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')),
    hopeless('one of two that stay', three('if (err.status === 400 || err.status === 404) {\n        await sleep(100 * 2 ** attempt);\n        continue;\n      }\n      throw err;')),
    hopeless('an error that the attempt throws itself', three('await sleep(100 * 2 ** attempt);', 'const rates = await load(url);\n      if (!rates) throw new NotFoundError();\n      return rates;')),
    // Suggestions.
    repaired('suggests a time that doubles', 'constantDelay', three('await sleep(1000);'), 'sleep(1000)', 'sleep(1000 * 2 ** attempt)'),
    repaired('suggests a time that doubles, of a calculation', 'constantDelay', three('await sleep(5 * 1000);'), 'sleep(5 * 1000)', 'sleep((5 * 1000) * 2 ** attempt)'),
    repaired('suggests to wait', 'noDelay', three('console.error(err);'), 'console.error(err);\n    }', 'console.error(err);\n    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));\n}'),
    {
      name: 'says what is tried again, and after how long',
      code: without(three('await sleep(1000);')),
      errors: [{ messageId: 'constantDelay', data: { what: 'load', delay: '1000' }, suggestions: 1 as never }],
    },
  ],
});

it('reports the line of the error that the attempt throws', () => {
  const found = lintProject({ 'src/rates.ts': without(three('await sleep(100 * 2 ** attempt);', 'const rates = await load(url);\n      if (!rates) throw new NotFoundError();\n      return rates;')) }, { rules: { 'require-retry-backoff': {} } });
  expect(found.map(({ line, message }) => `${String(line)} ${message.slice(0, 70)}`)).toEqual(['3 `load` is tried again after the error that line 6 throws, which the ne']);
});
