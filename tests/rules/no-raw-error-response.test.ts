/** What leaks (object, stack, text), the ways out, and where the report stands. The other topics have files of their own. */
import { inApp, rule, tester } from '#kit';
import { caught, express, leak } from './raw-error.kit.js';

tester.run('no-raw-error-response', rule('no-raw-error-response'), {
  valid: [
    { name: 'a fixed text', code: caught("res.status(500).json({ error: 'Something went wrong' });") },
    { name: 'an error that is only logged', code: caught("console.error(err);\n    logger.error({ error: err.message, stack: err.stack });\n    res.status(500).json({ error: 'Something went wrong' });") },
    { name: 'an error that is only reported', code: caught("Sentry.captureException(err);\n    res.status(500).send('Something went wrong');") },
    { name: 'an error passed on to next', code: "import express from 'express';\nconst app = express();\napp.get('/orders', async (req, res, next) => {\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    next(err);\n  }\n});\n" },
    { name: 'an error thrown again', code: caught('throw err;') },
    { name: 'the code of an error', code: caught('res.status(500).json({ code: err.code });') },
    { name: 'the status of an error', code: caught("res.status(err.status || 500).json({ error: 'Something went wrong' });") },
    { name: 'an object whose text is about no error', code: express("const mail = await loadMail();\n  res.json({ text: mail.message, errors: mail.errors });") },
    { name: 'an error object that the handler made with a fixed text', code: express("const err = new Error('No such order');\n  res.status(404).json({ error: err.message });") },
    { name: 'a test file', filename: inApp('tests/server.ts'), code: caught('res.status(500).send(err);') },
    { name: 'a script', filename: inApp('scripts/server.ts'), code: caught('res.status(500).send(err);') },
  ],
  invalid: [
    leak('the error object', 'rawErrorObject', caught('res.status(500).send(«err»);')),
    leak('the error object as a property', 'rawErrorObject', caught('res.status(500).json({ error: «err» });')),
    leak('the error object as a shorthand property', 'rawErrorObject', caught('res.status(500).json({ «err» });')),
    leak('the error as a string', 'rawErrorObject', caught('res.status(500).json({ error: String(«err») });')),
    leak('the error in a template', 'rawErrorObject', caught('res.status(500).send(`Failed: ${«err»}`);')),
    leak('the error in a concatenation', 'rawErrorObject', caught("res.status(500).send('Failed: ' + «err»);")),
    leak('the error as JSON', 'rawErrorObject', caught('res.status(500).send(JSON.stringify(«err»));')),
    leak('the error spread into the body', 'rawErrorObject', caught("res.status(500).json({ code: 'FAILED', ...«err» });")),
    leak('toString of the error', 'rawErrorObject', caught('res.status(500).send(«err.toString()»);')),
    leak('the inspected error', 'rawErrorObject', `import util from 'node:util';\n${caught('res.status(500).send(util.inspect(«err»));')}`),

    leak('the stack', 'errorStack', caught('res.status(500).send(«err.stack»);')),
    leak('the stack as a property', 'errorStack', caught("res.status(500).json({ error: 'Something went wrong', trace: «err.stack» });")),

    leak('the message', 'errorMessage', caught('res.status(500).json({ error: «err.message» });')),
    leak("a driver's detail", 'errorMessage', caught('res.status(500).json({ error: «err.detail» });')),
    leak("a driver's SQL message", 'errorMessage', caught('res.status(500).json({ error: «err.sqlMessage» });')),
    leak('the errors that an error gathers', 'errorMessage', caught('res.status(500).json({ errors: «err.errors» });')),
    leak('what another service answered', 'errorMessage', caught('res.status(502).json({ error: «err.response.data» });')),
    leak('a field of what another service answered', 'errorMessage', caught('res.status(502).json({ error: «err.response.data.error» });')),
    leak('what another service answered, read with optional chains', 'errorMessage', caught('res.status(502).json({ error: «err?.response?.data» });')),

    leak('through end', 'errorMessage', caught('res.end(«err.message»);')),
    leak('through write', 'errorMessage', caught('res.write(«err.message»);\n    res.end();')),
    leak('through jsonp', 'errorMessage', caught('res.jsonp({ error: «err.message» });')),
    leak('into a view', 'rawErrorObject', caught("res.render('failed', { «err» });")),
    leak('the message into a view', 'errorMessage', caught("res.render('failed', { title: 'Oops', text: «err.message» });")),
    leak("in a redirect's location", 'errorMessage', caught("res.redirect('/orders?failed=' + encodeURIComponent(«err.message»));")),
    leak('as a flash message', 'errorMessage', caught("req.flash('error', «err.message»);\n    res.redirect('/orders');")),

    leak('with status 400', 'errorMessage', caught('res.status(400).json({ error: «err.message» });')),
    leak('with status 404', 'errorMessage', caught('res.status(404).json({ error: «err.message» });')),
    leak('with no status', 'errorMessage', caught('res.json({ success: false, error: «err.message» });')),

    leak('two sites in one answer', ['errorMessage', 'errorStack'], caught('res.status(500).json({ error: «err.message», trace: «err.stack» });')),
    leak('one site that carries message and stack: told as the stack', 'errorStack', caught('const body = { error: err.message, trace: err.stack };\n    res.status(500).json(«body»);')),
    leak('one site that carries object and message: told as the message', 'errorMessage', caught('const body = { err, text: err.message };\n    res.status(500).json(«body»);')),
    leak('one answer of several', 'errorMessage', caught("if (req.query.short) return res.status(500).json({ error: 'Something went wrong' });\n    return res.status(500).json({ error: «err.message» });")),
    {
      name: 'names the error as the code does',
      code: express('try {\n    await loadOrders();\n  } catch (failure) {\n    res.status(500).json({ error: failure.message });\n  }'),
      errors: [{ messageId: 'errorMessage', line: 7, data: { error: 'failure', via: '' } }],
    },
    leak('the same code outside tests and scripts', 'rawErrorObject', caught('res.status(500).send(«err»);'), { filename: inApp('src/server.ts') }),
  ],
});
