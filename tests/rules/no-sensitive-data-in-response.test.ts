/** What is sensitive, the ways out, and what takes a field away before. The libraries have a file of their own. */
import { inApp, rule, tester } from '#kit';
import { exposed, handler } from './sensitive.kit.js';

const SCHEMA = `import mongoose from 'mongoose';
const schema = new mongoose.Schema({ email: String, password: String, passwordChangedAt: Date });
const User = mongoose.model('User', schema);`;
const users = (body: string): string => handler(`${SCHEMA}\nimport { omit, pick } from 'lodash';`, body);
/** A model with one more field. */
const having = (field: string, body = 'res.json(await Account.findById(req.params.id));', type = 'String'): string =>
  handler(`import mongoose from 'mongoose';\nconst Account = mongoose.model('Account', new mongoose.Schema({ email: String, ${field}: ${type} }));`, body);

tester.run('no-sensitive-data-in-response', rule('no-sensitive-data-in-response'), {
  valid: [
    // What is no secret.
    ...['passwordChangedAt', 'hasPassword', 'tokenType', 'publicKey', 'passwordHint', 'resetPasswordExpires', 'apiKeyId', 'mustChangePassword', 'confirmPassword', 'tokens', 'compass', 'secretary', 'twoFactorEnabled', 'accessTokenExpiresAt', 'csrfToken', 'bypass', 'passwordVersion'].map((field) => ({ name: `a row with ${field}`, code: having(field) })),
    { name: 'a flag by the name of a secret', code: having('password', undefined, 'Boolean') },
    { name: 'a date by the name of a secret', code: having('resetPasswordToken', undefined, '{ type: Date }') },
    { name: 'the hash of a file', code: handler("import mongoose from 'mongoose';\nconst Upload = mongoose.model('Upload', new mongoose.Schema({ name: String, hash: String }));", 'res.json(await Upload.findById(req.params.id));') },
    { name: 'a row of a model that nobody declares', code: handler("import { User } from 'somewhere';", 'res.json(await User.findById(req.params.id));') },
    { name: 'a count of rows', code: users('res.json(await User.countDocuments());') },

    // What takes the field away.
    { name: 'named fields', code: users('const user = await User.findById(req.params.id);\n  res.json({ id: user.id, email: user.email });') },
    { name: 'the rest of a destructured row', code: users('const { password, ...rest } = await User.findById(req.params.id).lean();\n  res.json(rest);') },
    { name: 'a field that is deleted', code: users('const user = await User.findById(req.params.id).lean();\n  delete user.password;\n  res.json(user);') },
    { name: 'a field that is deleted from a copy', code: users('const user = await User.findById(req.params.id);\n  const copy = user.toObject();\n  delete copy.password;\n  res.json({ user: copy });') },
    { name: 'a field that is emptied', code: users('const user = await User.findById(req.params.id);\n  user.password = undefined;\n  res.json(user);') },
    { name: 'a field that is masked', code: users("const user = await User.findById(req.params.id).lean();\n  res.json({ ...user, password: '***' });") },
    { name: 'a flag in place of the field', code: users('const user = await User.findById(req.params.id).lean();\n  res.json({ ...user, password: Boolean(user.password) });') },
    { name: 'fields deleted in a loop', code: users('const rows = await User.find().lean();\n  for (const row of rows) delete row.password;\n  res.json(rows);') },
    { name: 'fields emptied in forEach', code: users('const rows = await User.find();\n  rows.forEach((row) => { row.password = undefined; });\n  res.json(rows);') },
    { name: 'rows mapped to named fields', code: users('const rows = await User.find();\n  res.json(rows.map((row) => ({ id: row.id, email: row.email })));') },
    { name: 'rows mapped to their rest', code: users('const rows = await User.find().lean();\n  res.json(rows.map(({ password, ...rest }) => rest));') },
    { name: 'omit', code: users("const user = await User.findById(req.params.id).lean();\n  res.json(omit(user, ['password']));") },
    { name: 'pick', code: users("const user = await User.findById(req.params.id).lean();\n  res.json(pick(user, ['id', 'email']));") },
    { name: 'a helper that excludes keys', code: handler(`${SCHEMA}\nfunction exclude(row, keys) {\n  for (const key of keys) delete row[key];\n  return row;\n}`, "const user = await User.findById(req.params.id).lean();\n  res.json(exclude(user, ['password']));") },
    { name: 'a helper that filters entries', code: handler(`${SCHEMA}\nconst exclude = (row, keys) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));`, "const user = await User.findById(req.params.id).lean();\n  res.json(exclude(user, HIDDEN));") },
    { name: 'a helper that picks fields', code: handler(`${SCHEMA}\nfunction present(user) {\n  return { id: user.id, email: user.email };\n}`, 'const user = await User.findById(req.params.id);\n  res.json(present(user));') },
    { name: 'a helper that nobody can see', code: handler(`${SCHEMA}\nimport { present } from 'somewhere';`, 'const user = await User.findById(req.params.id);\n  res.json(present(user));') },
    { name: 'a schema that parses the row', code: handler(`${SCHEMA}\nimport { z } from 'zod';\nconst Shown = z.object({ email: z.string() });`, 'res.json(Shown.parse(await User.findById(req.params.id)));') },
    { name: 'a DTO', code: handler(`${SCHEMA}\nimport { plainToInstance } from 'class-transformer';\nimport { UserDto } from 'somewhere';`, 'res.json(plainToInstance(UserDto, await User.findById(req.params.id)));') },

    // What is meant to be sent, and what is not sent.
    { name: 'a login that sends its own tokens', code: users('const user = await User.findOne({ email: req.body.email });\n  res.json({ id: user.id, accessToken: sign(user), refreshToken: await renew(user) });') },
    { name: 'a secret where it is made', code: handler("import crypto from 'node:crypto';", "const apiKey = crypto.randomBytes(32).toString('hex');\n  res.json({ apiKey });") },
    { name: 'a key that is made and shown once', code: having('apiKey', 'const account = await Account.create({ email: req.body.email, apiKey: generate() });\n  res.json(account);') },
    { name: 'a key that is renewed and shown once', code: having('apiKey', 'res.json(await Account.findByIdAndUpdate(req.params.id, { apiKey: generate() }, { new: true }));') },
    { name: 'a token of which a digest is stored', code: handler("import crypto from 'node:crypto';\nimport mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ email: String, resetToken: String });\nschema.methods.remind = function (token) {\n  this.resetToken = crypto.createHash('sha256').update(token).digest('hex');\n};\nconst User = mongoose.model('User', schema);", 'res.json(await User.findById(req.params.id));') },
    { name: 'the last letters of a secret', code: users('const user = await User.findById(req.params.id);\n  res.json({ passwordHash: user.passwordHash.slice(-4) });') },
    { name: 'whether there is a password', code: users('const user = await User.findById(req.params.id);\n  res.json({ password: !!user.password, passwordSet: user.password !== null });') },
    { name: 'a password that is compared', code: users('const user = await User.findOne({ email: req.body.email });\n  if (user.password !== hash(req.body.password)) return res.sendStatus(401);\n  res.sendStatus(204);') },
    { name: "the client's own input", code: users("res.status(400).json({ password: req.body.password, message: 'Too short' });") },
    { name: 'a row in a view', code: users("res.render('profile', { user: await User.findById(req.params.id) });") },
    { name: 'a row that is kept on the request', code: users('req.user = await User.findById(req.params.id);\n  res.sendStatus(204);') },
    { name: 'a row made of values without a password', code: users('res.status(201).json(await User.create({ email: req.body.email }));') },
    { name: 'a test file', filename: inApp('tests/users.ts'), code: users('res.json(await User.findById(req.params.id));') },
    { name: 'a script', filename: inApp('scripts/users.ts'), code: users('res.json(await User.findById(req.params.id));') },
  ],
  invalid: [
    ...['password', 'hashedPassword', 'password_hash', 'passwordSalt', 'hash', 'salt', 'resetPasswordToken', 'verification_token', 'emailVerificationCode', 'otp', 'totpSecret', 'twoFactorAuthenticationSecret', 'recoveryCodes', 'refreshToken', 'currentHashedRefreshToken', 'clientSecret', 'apiKey', 'webhookSecret', 'privateKey', 'connectionString'].map((field) =>
      exposed(`a row with ${field}`, 'sensitiveRow', having(field, 'res.json(await «Account.findById(req.params.id)»);')),
    ),
    exposed('a row by name', 'sensitiveRow', users('const user = await User.findById(req.params.id);\n  res.json(«user»);')),
    exposed('a row inside an object', 'sensitiveRow', users('const user = await User.findById(req.params.id);\n  res.json({ success: true, data: { «user» } });')),
    exposed('a row that is spread', 'sensitiveRow', users('const user = await User.findById(req.params.id).lean();\n  res.json({ ...«user», online: true });')),
    exposed('a copy of a row', 'sensitiveRow', users('const user = await User.findById(req.params.id);\n  res.json(«user».toObject());')),
    exposed('all rows', 'sensitiveRow', users('res.json(await «User.find()»);')),
    exposed('rows with something added', 'sensitiveRow', users('const rows = await User.find().lean();\n  res.json(rows.map((row) => ({ ...«row», online: true })));')),
    exposed('a row with another field left out', 'sensitiveRow', users('const { email, ...rest } = await User.findById(req.params.id).lean();\n  res.json(«rest»);')),
    exposed('a row with another field deleted', 'sensitiveRow', users('const user = await User.findById(req.params.id).lean();\n  delete user.email;\n  res.json(«user»);')),
    exposed('a row whose password is hashed, not removed', 'sensitiveRow', users('const user = await User.findById(req.params.id);\n  user.password = await hash(req.body.password);\n  await user.save();\n  res.json(«user»);')),
    exposed('omit of another field', 'sensitiveRow', users("const user = await User.findById(req.params.id).lean();\n  res.json(omit(«user», ['email']));")),
    exposed('pick of the field', 'sensitiveRow', users("const user = await User.findById(req.params.id).lean();\n  res.json(pick(«user», ['email', 'password']));")),
    exposed('a row through a helper that answers', 'sensitiveRow', handler(`${SCHEMA}\nfunction ok(res, data) {\n  res.json({ success: true, data });\n}`, 'ok(res, await «User.findById(req.params.id)»);')),
    exposed('a row that is made of the whole body', 'sensitiveRow', users('res.status(201).json(await «User.create(req.body)»);')),
    exposed('a row that is made with a password', 'sensitiveRow', users('const user = new User({ email: req.body.email, password: await hash(req.body.password) });\n  await user.save();\n  res.status(201).json(«user»);')),
    exposed('a row in a callback', 'sensitiveRow', users('User.findById(req.params.id).then((user) => res.json(«user»));')),
    exposed('a row in an error-first callback', 'sensitiveRow', users('User.findById(req.params.id, (err, user) => {\n    if (err) return res.sendStatus(500);\n    res.json(«user»);\n  });')),
    exposed('a password by name', 'sensitiveField', users('const user = await User.findById(req.params.id);\n  res.json({ email: user.email, password: «user.password» });')),
    exposed('a password under another name', 'sensitiveField', users('const { password: kept } = await User.findById(req.params.id);\n  res.json({ kept: «kept» });')),
    exposed('a password in a list', 'sensitiveField', users('const rows = await User.find();\n  res.json(rows.map((row) => ({ id: row.id, password: «row.password» })));')),
    exposed('a password in a view', 'sensitiveField', users("const user = await User.findById(req.params.id);\n  res.render('profile', { email: user.email, password: «user.password» });")),
    exposed("the signed-in user's password", 'sensitiveField', handler('', 'res.json({ id: req.user.id, hash: «req.user.passwordHash» });')),
    {
      name: 'advises no selection for a row that was just made',
      code: users('res.status(201).json(await User.create(req.body));'),
      errors: [{ messageId: 'sensitiveRow', data: { model: 'User', fields: '`password`', via: '', hide: 'an answer made of the fields that are meant' } }],
    },
    {
      name: 'names the model, the fields and the remedy',
      code: having('resetToken', "res.json(await Account.findById(req.params.id));"),
      errors: [{ messageId: 'sensitiveRow', data: { model: 'Account', fields: '`resetToken`', via: '', hide: "`.select('-resetToken')`, or a `toJSON` of the schema that takes it out" } }],
    },
  ],
});
