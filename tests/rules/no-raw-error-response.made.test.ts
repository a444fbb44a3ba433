/** Errors that are made for the client, what they are made of, and helpers that send what they are given. */
import { rule, tester } from '#kit';
import { caught, express, leak } from './raw-error.kit.js';

const thrown = (classes: string, error: string) => classes + caught(`throw ${error};`);
const nest = (statement: string) => `import { Controller, Get, NotFoundException } from '@nestjs/common';\n@Controller('orders')\nexport class OrdersController {\n  @Get()\n  async list() {\n    try {\n      return await loadOrders();\n    } catch (err) {\n      ${statement}\n    }\n  }\n}\n`;

tester.run('no-raw-error-response: errors made for the client', rule('no-raw-error-response'), {
  valid: [
    { name: 'a class that is no error', code: thrown('class Base {}\nclass Missing extends Base {\n  status = 404;\n}\n', 'new Missing(err.message)') },
    { name: 'a class of something that is no error', code: thrown("import { EventEmitter } from 'node:events';\nclass Base extends EventEmitter {}\nclass Missing extends Base {\n  status = 404;\n}\n", 'new Missing(err.message)') },
    { name: 'a class that a function makes', code: thrown('class Missing extends mixin(Error) {\n  status = 404;\n}\n', 'new Missing(err.message)') },
    { name: 'a class of one that a function makes', code: thrown('class Base extends mixin(Error) {}\nclass Missing extends Base {\n  status = 404;\n}\n', 'new Missing(err.message)') },
    { name: 'an error without a status', code: thrown('class Missing extends Error {\n  toJSON() {\n    return {};\n  }\n}\n', 'new Missing(err.message)') },
    { name: 'an error with a field whose name is worked out', code: thrown('class Missing extends Error {\n  [FIELD] = 404;\n}\n', 'new Missing(err.message)') },
    { name: 'an error that is only logged', code: 'class Missing extends Error {\n  status = 404;\n}\n' + caught('logger.warn(new Missing(err.message));\n    res.sendStatus(404);') },
    { name: 'a fixed text of Nest, with the cause among its options', code: nest("throw new NotFoundException('There is no such order', { cause: err });") },
  ],
  invalid: [
    leak('a status on a class of an error', 'errorMessage', thrown('class AppError extends Error {}\nclass Missing extends AppError {\n  status = 404;\n}\n', 'new Missing(«err.message»)')),
    leak('a status on a class of a class of an error', 'errorMessage', thrown('class AppError extends Error {}\nclass OrderError extends AppError {}\nclass Missing extends OrderError {\n  statusCode = 404;\n}\n', 'new Missing(«err.message»)')),
    leak('a status that is inherited', 'errorMessage', thrown('class AppError extends Error {\n  constructor(message, status) {\n    super(message);\n    this.status = status;\n  }\n}\nclass Missing extends AppError {}\n', 'new Missing(«err.message», 404)')),
    leak('a description of Nest that is a plain text', 'errorMessage', nest("throw new NotFoundException('There is no such order', «err.message»);")),
    leak('a description of Nest among its options', 'errorMessage', nest("throw new NotFoundException('There is no such order', { description: «err.message» });")),
  ],
});

const FAIL = 'function fail(res, err) {\n  res.status(500).json({ error: err ? err.message : "Something went wrong" });\n}\n';

tester.run('no-raw-error-response: helpers that get no error, or have no name', rule('no-raw-error-response'), {
  valid: [
    { name: 'a helper that is given none', code: FAIL + caught('log(err);\n    fail(res);') },
    { name: 'a helper of a helper that is given none', code: `${FAIL}function failQuietly(res, err) {\n  log(err);\n  fail(res);\n}\n${caught('failQuietly(res, err);')}` },
  ],
  invalid: [
    leak('a helper of a helper that is given one', 'errorMessage', `${FAIL}function failLoudly(res, err) {\n  fail(res, err);\n}\n${caught('failLoudly(res, «err»);')}`),
    leak('a helper that is called twice, once without', 'errorMessage', FAIL + caught('if (req.query.quiet) return fail(res);\n    fail(res, «err»);')),
    {
      name: 'a helper that another function gives',
      code: `const failing = (res) => (err) => res.status(500).json({ error: err.message });\n${caught('failing(res)(err);')}`,
      errors: [{ messageId: 'errorMessage', data: { error: 'err', via: ' through `the helper`' } }],
    },
  ],
});

tester.run('no-raw-error-response: a try that throws its own texts', rule('no-raw-error-response'), {
  valid: [
    { name: 'an error with fixed details', code: express("try {\n    if (!req.body.id) throw new InputError('An id is needed', { field: 'id', code: 7 });\n    res.json({ id: req.body.id });\n  } catch (err) {\n    res.status(400).json({ error: err.message });\n  }") },
    { name: 'an error after a search in a list that stands there', code: "const SIZES = [{ name: 'S' }, { name: 'M' }];\n" + express("try {\n    if (!SIZES.find(({ name }) => name === req.body.size)) throw new InputError('There is no such size');\n    res.json({ size: req.body.size });\n  } catch (err) {\n    res.status(400).json({ error: err.message });\n  }") },
    { name: 'an error after a search in what a list was mapped to', code: express("try {\n    const plan = req.body.items.map(({ price }) => PLANS[price]).find((each) => each !== undefined);\n    if (!plan) throw new InputError('There is no such plan');\n    res.json({ plan });\n  } catch (err) {\n    res.status(400).json({ error: err.message });\n  }") },
    { name: 'an error after harmless calls', code: express("try {\n    const id = String(req.body.id).trim();\n    if (!id) throw new InputError('An id is needed');\n    res.json({ id });\n  } catch (err) {\n    res.status(400).json({ error: err.message });\n  }") },
  ],
  invalid: [
    leak('an error whose details hold something else', 'errorMessage', express("try {\n    if (!req.body.id) throw new InputError('An id is needed', { ...lastFailure });\n    res.json({ id: req.body.id });\n  } catch (err) {\n    res.status(400).json({ error: «err.message» });\n  }")),
    leak('a detail that is worked out', 'errorMessage', express("try {\n    if (!req.body.id) throw new InputError('An id is needed', { cause: lastFailure });\n    res.json({ id: req.body.id });\n  } catch (err) {\n    res.status(400).json({ error: «err.message» });\n  }")),
    leak('a search in something else', 'errorMessage', express("try {\n    const plan = plans.find(req.body.plan);\n    if (!plan) throw new InputError('There is no such plan');\n    res.json({ plan });\n  } catch (err) {\n    res.status(400).json({ error: «err.message» });\n  }")),
    leak('something that is waited for', 'errorMessage', express("try {\n    await pending;\n    if (!req.body.id) throw new InputError('An id is needed');\n    res.json({ id: req.body.id });\n  } catch (err) {\n    res.status(400).json({ error: «err.message» });\n  }")),
    leak('a function that another one gives', 'errorMessage', express("try {\n    checkerOf(req)(req.body);\n    if (!req.body.id) throw new InputError('An id is needed');\n    res.json({ id: req.body.id });\n  } catch (err) {\n    res.status(400).json({ error: «err.message» });\n  }")),
    leak('a method that is picked by name', 'errorMessage', express("try {\n    checks[req.params.kind](req.body);\n    if (!req.body.id) throw new InputError('An id is needed');\n    res.json({ id: req.body.id });\n  } catch (err) {\n    res.status(400).json({ error: «err.message» });\n  }")),
  ],
});

const webhook = (statements: string, sent = 'err.message') => `import express from 'express';
import Stripe from 'stripe';
import { Webhook } from 'svix';
import { handle } from './billing';
const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY);
app.post('/webhooks', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    ${statements}
  } catch (err) {
    return res.status(400).json({ error: ${sent} });
  }
  res.sendStatus(200);
});
`;
const priced = (declared: string) => `const PRICES = { price_1: 'team' };
function planOf({ items }: ${declared}) {
  const plan = items.data.map(({ price }) => PRICES[price.id]).find((each) => each !== undefined);
  if (!plan) throw new RangeError('No plan has these prices');
  return plan;
}
`;
const constructed = "const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_SECRET);";

tester.run('no-raw-error-response: webhooks', rule('no-raw-error-response'), {
  valid: [
    { name: 'why Stripe refuses a signature', code: webhook(constructed) },
    { name: 'what is worked out of a subscription of Stripe', code: priced('Stripe.Subscription') + webhook('res.json({ plan: planOf(req.body) });') },
    { name: 'why Svix refuses a signature', code: webhook('const event = new Webhook(process.env.SECRET).verify(req.body, req.headers);') },
  ],
  invalid: [
    leak('an event that is handled in the same try', 'errorMessage', webhook(`${constructed}\n    await handle(event);`, '«err.message»')),
    leak('a subscription that is fetched in the same try', 'errorMessage', priced('Stripe.Subscription') + webhook('res.json({ plan: planOf(await stripe.subscriptions.retrieve(req.body.id)) });', '«err.message»')),
  ],
});

const MADE = "import { HttpException } from '@nestjs/common';\nconst toHttp = (err) => new HttpException(err.message, err.status);\n";
const toHttp = (statements: string, helpers = '') => `${MADE}${helpers}${express(`try {\n    res.json(await loadOrders());\n  } catch (err) {\n    ${statements}\n  }`)}`;

tester.run('no-raw-error-response: helpers that only make the error', rule('no-raw-error-response'), {
  valid: [
    { name: 'nobody throws what it gives', code: toHttp('const failure = toHttp(err);\n    await remember(req.id, { failure });\n    res.sendStatus(502);') },
    { name: 'nobody uses what it gives', code: toHttp('toHttp(err);\n    res.sendStatus(502);') },
    { name: 'nobody throws what a helper of it gives', code: toHttp('keep({ failure: wrap(err) });\n    res.sendStatus(502);', 'function wrap(cause) {\n  return toHttp(cause);\n}\n') },
    { name: 'a helper of it throws nothing', code: toHttp('note(err);\n    res.sendStatus(502);', 'function note(cause) {\n  keep({ failure: toHttp(cause) });\n}\n') },
  ],
  invalid: [
    leak('it is thrown', 'errorMessage', toHttp('throw toHttp(«err»);')),
    leak('it is thrown by name', 'errorMessage', toHttp('const failure = toHttp(«err»);\n    await remember(req.id, { failure });\n    throw failure;')),
    leak('it is thrown where it is of use', 'errorMessage', toHttp('throw err.status ? toHttp(«err») : new Error();')),
    leak('it is handed to a promise', 'errorMessage', toHttp('return Promise.reject(toHttp(«err»));')),
    leak('what a helper of it gives is thrown', 'errorMessage', toHttp('throw wrap(«err»);', 'function wrap(cause) {\n  return toHttp(cause);\n}\n')),
    leak('a helper of it throws', 'errorMessage', toHttp('fail(«err»);', 'function fail(cause) {\n  throw toHttp(cause);\n}\n')),
    leak('it throws in one branch and gives an error in the other', 'errorMessage', toHttp('fail(«err»);', 'function fail(cause) {\n  if (cause.fatal) return toHttp(cause);\n  throw toHttp(cause);\n}\n')),
  ],
});
