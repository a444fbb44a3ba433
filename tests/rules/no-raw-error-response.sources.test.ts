/** Where an error is caught: every way in which code comes by an error that it did not make. */
import { rule, tester } from '#kit';
import { express, leak } from './raw-error.kit.js';

const middleware = (code: string) => `import express from 'express';\nconst app = express();\n${code}\n`;

tester.run('no-raw-error-response: sources', rule('no-raw-error-response'), {
  valid: [
    { name: "express-validator's results", code: `import { validationResult } from 'express-validator';\n${express('const errors = validationResult(req);\n  if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() });')}` },
    { name: "the texts of express-validator's results", code: `import { validationResult } from 'express-validator';\n${express('const errors = validationResult(req).array().map((error) => error.msg);\n  res.status(400).json({ errors });')}` },
    { name: "zod's safeParse error", code: `import { z } from 'zod';\nconst Order = z.object({ id: z.string() });\n${express('const result = Order.safeParse(req.body);\n  if (!result.success) return res.status(400).json({ errors: result.error.errors, text: result.error.message });')}` },
    { name: "the error that Joi's validate gives back", code: `import Joi from 'joi';\nconst schema = Joi.object({ id: Joi.string() });\n${express('const { error, value } = schema.validate(req.body);\n  if (error) return res.status(400).json({ error: error.details[0].message });')}` },
    { name: 'the values of promises that settled', code: express("const results = await Promise.allSettled([loadOrders()]);\n  res.json(results.map((result) => result.value));") },
    { name: 'an error-first callback that passes the error on', code: "import express from 'express';\nconst app = express();\napp.get('/orders', (req, res, next) => {\n  store.load(req.params.id, (err, order) => {\n    if (err) return next(err);\n    res.json(order);\n  });\n});\n" },
    { name: 'a rejection handed to next', code: "import express from 'express';\nconst app = express();\napp.get('/orders', (req, res, next) => {\n  loadOrders().then((orders) => res.json(orders)).catch(next);\n});\n" },
    { name: 'elements of a list that are called errors', code: express('const found = await checkOrder(req.body);\n  res.status(400).json(found.map((error) => error.message));') },
    { name: 'the value of a fulfilled promise', code: express('loadOrders().then((message) => res.json({ message }));') },
    { name: 'the result of an error-first callback', code: express('store.load(req.params.id, (err, order) => res.json(order));') },
    { name: 'an error middleware that sends a fixed text', code: middleware("app.use((err, req, res, next) => {\n  res.status(500).json({ error: 'Something went wrong' });\n});") },
  ],
  invalid: [
    leak('catch', 'errorMessage', express('try {\n    res.json(await loadOrders());\n  } catch (err) {\n    res.status(500).json({ error: «err.message» });\n  }')),
    leak('catch with any name', 'errorMessage', express('try {\n    res.json(await loadOrders());\n  } catch (problem) {\n    res.status(500).json({ error: «problem.message» });\n  }')),
    leak('catch with a pattern', 'errorMessage', express('try {\n    res.json(await loadOrders());\n  } catch ({ message }) {\n    res.status(500).json({ error: «message» });\n  }')),
    leak('catch in a loop of the handler', 'errorMessage', express('for (const id of req.body.ids) {\n    try {\n      await close(id);\n    } catch (err) {\n      return res.status(500).json({ id, error: «err.message» });\n    }\n  }')),
    leak('a rejection handler', 'rawErrorObject', express('loadOrders().then((orders) => res.json(orders)).catch((err) => res.status(500).json(«err»));')),
    leak('a rejection handler written as a function', 'errorMessage', express('loadOrders().then((orders) => res.json(orders)).catch(function (e) {\n    res.status(500).json({ error: «e.message» });\n  });')),
    leak('a rejection handler that takes the error apart', 'errorMessage', express('loadOrders().catch(({ message }) => res.status(500).json({ error: «message» }));')),
    leak('the second argument of then', 'errorMessage', express('loadOrders().then((orders) => res.json(orders), (err) => res.status(500).json({ error: «err.message» }));')),
    leak('a named rejection handler', 'errorMessage', express('const fail = (err) => res.status(500).json({ error: «err.message» });\n  loadOrders().then((orders) => res.json(orders)).catch(fail);')),
    leak('a named function as the second argument of then', 'rawErrorObject', express('function fail(err) {\n    res.status(500).json(«err»);\n  }\n  loadOrders().then((orders) => res.json(orders), fail);')),
    leak('a rejection handler that a function makes', 'rawErrorObject', middleware('const fail = (res) => (err) => res.status(500).send(«err»);\napp.get("/orders", (req, res) => {\n  loadOrders().then((orders) => res.json(orders)).catch(fail(res));\n});')),
    leak('an error-first callback', 'rawErrorObject', express('store.load(req.params.id, (err, order) => {\n    if (err) return res.status(500).send(«err»);\n    res.json(order);\n  });')),
    leak("an error-first callback of Node's own", 'errorMessage', `import fs from 'node:fs';\n${express("fs.readFile('orders.json', (error, text) => {\n    if (error) res.status(500).json({ error: «error.message» });\n    else res.send(text);\n  });")}`),
    leak("a database library's callback", 'rawErrorObject', `import mongoose from 'mongoose';\nconst Order = mongoose.model('Order', new mongoose.Schema({}));\n${express('Order.find({}, (problem, orders) => {\n    if (problem) return res.status(500).json(«problem»);\n    res.json(orders);\n  });')}`),
    leak("a stream's error", 'errorMessage', express("const stream = openOrders();\n  stream.on('error', (error) => res.status(500).end(«error.message»));\n  stream.pipe(res);")),
    leak("a result's error", 'errorMessage', `import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient(url, key);\n${express("const { data, error } = await supabase.from('orders').select().limit(10);\n  if (error) return res.status(500).json({ error: «error.message» });\n  res.json(data);")}`),
    leak('the reason of a promise that settled', 'rawErrorObject', express("const [orders] = await Promise.allSettled([loadOrders()]);\n  if (orders.status === 'rejected') return res.status(500).json({ error: «orders.reason» });\n  res.json(orders.value);")),
    leak('the reasons of promises that settled', 'errorMessage', express("const results = await Promise.allSettled(req.body.ids.map((id) => close(id)));\n  const failed = results.filter((result) => result.status === 'rejected').map((result) => result.reason.message);\n  res.json({ «failed» });")),
    leak('an error that the code wraps in another', 'errorMessage', express('try {\n    res.json(await loadOrders());\n  } catch (err) {\n    const wrapped = new Error(`Loading failed: ${err.message}`);\n    res.status(500).json({ error: «wrapped.message» });\n  }')),
    {
      name: 'error middleware',
      code: middleware('app.use((err, req, res, next) => {\n  res.status(500).json({ error: err.message });\n});'),
      errors: [{ messageId: 'errorMessage', line: 4, suggestions: [{ messageId: 'passToNext', output: middleware('app.use((err, req, res, next) => {\n  next(err);\n});') }] }],
    },
    {
      name: 'error middleware that another file registers',
      code: "import type { NextFunction, Request, Response } from 'express';\nexport function answerErrors(problem: Error, req: Request, res: Response, next: NextFunction) {\n  res.status(500).json({ error: problem.message });\n}\n",
      errors: [{ messageId: 'errorMessage', line: 3, suggestions: [{ messageId: 'passToNext', output: "import type { NextFunction, Request, Response } from 'express';\nexport function answerErrors(problem: Error, req: Request, res: Response, next: NextFunction) {\n  next(problem);\n}\n" }] }],
    },
    {
      name: 'error middleware known by its parameters alone',
      code: 'module.exports = function (err, req, res, next) {\n  res.status(err.status || 500).json({ message: err.message });\n};\n',
      errors: [{ messageId: 'errorMessage', line: 2, suggestions: [{ messageId: 'passToNext', output: 'module.exports = function (err, req, res, next) {\n  next(err);\n};\n' }] }],
    },
  ],
});
