/** More ways of asking which error it is, or where the code runs, before its text is sent. */
import { rule, tester } from '#kit';
import { caught, express, leak } from './raw-error.kit.js';

const APP_ERROR = 'class AppError extends Error {\n  status = 400;\n  expose = true;\n}\n';
const otherwise = "res.status(500).json({ error: 'Something went wrong' });";
const guarded = (test: string) => caught(`if (${test}) return res.status(400).json({ error: err.message });\n    ${otherwise}`);
const unguarded = (test: string) => caught(`if (${test}) return res.status(400).json({ error: «err.message» });\n    ${otherwise}`);
const replaced = (test: string, text = 'err.message') => APP_ERROR + caught(`let message = ${text};\n    if (${test}) message = 'Something went wrong';\n    res.status(500).json({ message });`);

tester.run('no-raw-error-response: tests of the error', rule('no-raw-error-response'), {
  valid: [
    { name: 'a class and a flag in one local', code: APP_ERROR + caught("const known = err instanceof AppError && err.expose;\n    res.status(500).json({ error: known ? err.message : 'Something went wrong' });") },
    { name: 'a text that is replaced unless class and flag fit', code: replaced('!(err instanceof AppError && err.expose)') },
    { name: 'a text that is replaced unless one of two classes fits', code: `class InputError extends Error {}\n${replaced('!(err instanceof AppError || err instanceof InputError)')}` },
    { name: 'a word in the message', code: guarded("err.message.includes('out of stock')") },
    { name: 'a word in the message, in lower case', code: guarded("err.message.toLowerCase().includes('out of stock')") },
    { name: 'the beginning of the code', code: guarded("err.code.startsWith('ORDER_')") },
    { name: 'the code in a list that stands there', code: guarded("['ORDER_CLOSED', 'ORDER_GONE'].includes(err.code)") },
    { name: 'the name by a pattern', code: guarded('/^Order/.test(err.name)') },
    { name: 'the details of Joi, one by one', code: express("try {\n    res.json(await loadOrders());\n  } catch (err) {\n    res.status(400).json({ errors: err.details.map((detail) => detail.message) });\n  }") },
  ],
  invalid: [
    leak('a class or a flag of something else in one local', 'errorMessage', APP_ERROR + caught("const known = err instanceof AppError || req.query.verbose;\n    res.status(500).json({ error: known ? «err.message» : 'Something went wrong' });")),
    leak('a text that is replaced unless neither test fits', 'errorMessage', APP_ERROR + caught("let message = err.message;\n    if (!(req.query.a && req.query.b)) message = 'Something went wrong';\n    res.status(500).json({ error: «message» });")),
    leak('a word in something else', 'errorMessage', unguarded("req.path.includes('orders')")),
    leak('a question about something else', 'errorMessage', unguarded('isAdmin(req.user)')),
    leak('a question that is picked by name', 'errorMessage', unguarded('checks[req.params.kind](err)')),
    leak('a question that another function gives', 'errorMessage', unguarded('checkOf(req)(err)')),
    leak('a flag of something else', 'errorMessage', unguarded('req.user.isOperational')),
    leak('a flag of what a literal gives', 'errorMessage', unguarded('[err].at(0).isOperational')),
    leak('the class of something else', 'errorMessage', APP_ERROR + unguarded('[err][0] instanceof AppError')),
    leak('a class that is picked by name', 'errorMessage', unguarded('err instanceof classes[req.params.kind]')),
    leak('a property under a name that is worked out', 'errorMessage', unguarded("err[req.params.field] === 'ORDER_CLOSED'")),
    leak('a flag under a name that is worked out', 'errorMessage', unguarded('err[req.params.field]')),
    leak('the details as a whole', 'errorMessage', caught('res.status(400).json({ errors: «err.details» });')),
    leak('what another server answered', 'errorMessage', caught('res.status(502).json({ error: «err.response.body» });')),
    leak('the whole error as text', 'rawErrorObject', caught('res.status(500).json({ error: String(«err») });')),
  ],
});

tester.run('no-raw-error-response: tests of the place', rule('no-raw-error-response'), {
  valid: [
    { name: 'a flag that is declared nowhere', code: guarded('IS_DEV') },
    { name: 'a flag of another file', code: `import { IS_DEV } from './config';\n${guarded('IS_DEV')}` },
    { name: 'a level', code: guarded("level === 'debug'") },
    { name: 'any level but the one', code: caught(`if (level !== 'debug') return ${otherwise}\n    res.status(500).json({ error: err.message });`) },
    { name: 'an environment that a constant names', code: guarded('process.env.NODE_ENV !== Stage.production') },
    { name: 'an environment for development that a constant names', code: guarded('env.stage === Stage.dev') },
    { name: 'production, answered first', code: caught(`if (env.stage === Stage.prod) return ${otherwise}\n    res.status(500).json({ error: err.message });`) },
  ],
  invalid: [
    leak('a flag that only looks like one', 'errorMessage', unguarded('IS_DEVICE')),
    leak('any level but the one, the other way round', 'errorMessage', unguarded("level !== 'debug'")),
    leak('production that a constant names', 'errorMessage', unguarded('process.env.NODE_ENV === Stage.production')),
    leak('anything but development that a constant names', 'errorMessage', unguarded('env.stage !== Stage.dev')),
    leak('an environment that says neither', 'errorMessage', unguarded('env.stage === Stage.next')),
    leak('a test too long to be read', 'errorMessage', unguarded("await lookUpWhetherThisErrorMayBeShownToTheOneWhoAskedForIt(req.user, err.code, req.headers['x-level'])")),
  ],
});
