/** The edit that is offered, with its exact output, and the settings that change what the rule sees. */
import { describe, expect, it } from 'vitest';
import { lintProject, rule, tester } from '#kit';
import { caught, express, leak } from './raw-error.kit.js';

const handler = (body: string, parameters = 'req, res, next') => `import express from 'express';\nconst app = express();\napp.get('/orders', async (${parameters}) => {\n  ${body}\n});\n`;
const attempt = (body: string, parameters?: string) => handler(`try {\n    res.json(await loadOrders());\n  } catch (err) {\n    ${body}\n  }`, parameters);
const suggests = (name: string, code: string, output: string, messageId = 'errorMessage') => ({ name, code, errors: [{ messageId, suggestions: [{ messageId: 'passToNext', output }] }] });

tester.run('no-raw-error-response: suggestions', rule('no-raw-error-response'), {
  valid: [
    { name: 'what is suggested is no report', code: attempt('next(err);') },
  ],
  invalid: [
    suggests('a statement', attempt('res.status(500).json({ error: err.message });'), attempt('next(err);')),
    suggests('a return', attempt('return res.status(500).json({ error: err.message });'), attempt('return next(err);')),
    suggests('the branch of an if', attempt('if (req.query.short) res.status(500).send(err);\n    else res.sendStatus(500);'), attempt('if (req.query.short) next(err);\n    else res.sendStatus(500);'), 'rawErrorObject'),
    suggests('keeps what else the catch does', attempt('logger.error(err);\n    res.status(500).json({ error: err.message });'), attempt('logger.error(err);\n    next(err);')),
    suggests("the handler's own names", handler('try {\n    response.json(await loadOrders());\n  } catch (problem) {\n    response.status(500).json({ error: problem.message });\n  }', 'request, response, done'), handler('try {\n    response.json(await loadOrders());\n  } catch (problem) {\n    done(problem);\n  }', 'request, response, done')),
    suggests('the error itself where an alias leaks', attempt('const { message } = err;\n    res.status(500).json({ message });'), attempt('const { message } = err;\n    next(err);')),
    suggests('a rejection handler with a body', handler('loadOrders().catch((err) => {\n    res.status(500).json({ error: err.message });\n  });'), handler('loadOrders().catch((err) => {\n    next(err);\n  });')),
    suggests('a rejection handler that is one expression', handler('loadOrders().catch((err) => res.status(500).json({ error: err.message }));'), handler('loadOrders().catch((err) => next(err));')),
    suggests('an error-first callback', handler('store.load(req.params.id, (err, order) => {\n    if (err) return res.status(500).send(err);\n    res.json(order);\n  });'), handler('store.load(req.params.id, (err, order) => {\n    if (err) return next(err);\n    res.json(order);\n  });'), 'rawErrorObject'),
    {
      name: 'each site of one answer',
      code: attempt('res.status(500).json({ error: err.message, trace: err.stack });'),
      errors: [
        { messageId: 'errorMessage', suggestions: [{ messageId: 'passToNext', data: { next: 'next', error: 'err' }, output: attempt('next(err);') }] },
        { messageId: 'errorStack', suggestions: [{ messageId: 'passToNext', data: { next: 'next', error: 'err' }, output: attempt('next(err);') }] },
      ],
    },
    // Nothing is offered where the edit would not be right:
    leak('no suggestion without next', 'errorMessage', attempt('res.status(500).json({ error: «err.message» });', 'req, res')),
    leak('no suggestion where the catch takes the error apart', 'errorMessage', handler('try {\n    res.json(await loadOrders());\n  } catch ({ message }) {\n    res.status(500).json({ error: «message» });\n  }')),
    leak('no suggestion where the error is out of scope', 'errorMessage', handler('const result = { error: null };\n  try {\n    await loadOrders();\n  } catch (err) {\n    result.error = err.message;\n  }\n  res.json(«result»);')),
    leak('no suggestion where another function has caught the error', 'errorMessage', `const run = () => loadOrders().catch((err) => ({ error: «err.message» }));\n${handler('res.json(await run());')}`),
    leak('no suggestion where another variable has its name', 'errorMessage', attempt('const text = err.message;\n    [0].forEach((err) => {\n      res.status(500).json({ error: «text», err });\n    });')),
    leak('no suggestion where the answer is part of a larger expression', 'errorMessage', attempt('const sent = res.status(500).json({ error: «err.message» });\n    track(sent);')),
    leak('no suggestion for an error made for the client', 'errorMessage', `import createError from 'http-errors';\n${attempt('next(createError(500, «err.message»));')}`),
    leak("no suggestion for Koa's next, which takes no error", 'errorMessage', "import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx, next) => {\n  try {\n    await next();\n  } catch (err) {\n    ctx.body = «err.message»;\n  }\n});\n"),
  ],
});

const sanitizers = { settings: { 'backend-patterns': { errorSanitizers: ['publicText'] } } };
const methods = { settings: { 'backend-patterns': { responseMethods: ['renderJSON'] } } };
const publicText = "const publicText = (error) => error.message.replace(/\\d+/g, '');\n";

tester.run('no-raw-error-response: settings', rule('no-raw-error-response'), {
  valid: [
    { name: 'errorSanitizers: what goes through one', code: publicText + caught('res.status(500).json({ error: publicText(err) });'), ...sanitizers },
    { name: 'errorSanitizers: a local that went through one', code: publicText + caught('const text = publicText(err);\n    res.status(500).json({ error: text });'), ...sanitizers },
    { name: 'errorSanitizers: as a method', code: `const texts = {\n  publicText(error) {\n    return error.message;\n  },\n};\n${caught('res.status(500).json({ error: texts.publicText(err) });')}`, ...sanitizers },
    { name: 'responseMethods: a method that nobody names', code: caught('res.renderJSON({ error: err.message });') },
    { name: 'responseMethods: a fixed text', code: caught("res.renderJSON({ error: 'Something went wrong' });"), ...methods },
  ],
  invalid: [
    leak('errorSanitizers: the same function, not named', 'errorMessage', publicText + caught('res.status(500).json({ error: publicText(«err») });')),
    leak('errorSanitizers: what stands beside one', 'errorStack', publicText + caught('res.status(500).json({ error: publicText(err), trace: «err.stack» });'), sanitizers),
    leak('responseMethods: the text', 'errorMessage', caught('res.renderJSON({ error: «err.message» });'), methods),
    leak('responseMethods: any argument', 'rawErrorObject', caught('res.renderJSON(500, «err»);'), methods),
    leak('responseMethods: a function', 'errorMessage', express('await loadOrders().catch((err) => renderJSON(res, { error: «err.message» }));'), methods),
  ],
});

describe('no-raw-error-response: settings of a whole project', () => {
  it('leaves alone what `ignore` names', () => {
    const files = { 'src/server.ts': caught('res.status(500).send(err);'), 'src/internal/server.ts': caught('res.status(500).send(err);') };
    const found = lintProject(files, { rules: { 'no-raw-error-response': {} }, settings: { ignore: ['src/internal/**'] } });
    expect(found.map(({ file }) => file)).toEqual(['src/server.ts']);
  });
});
