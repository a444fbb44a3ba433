/** Sails and Waterline: models, services and `sails` itself without an import, and actions of both kinds. */
import { cases } from './libraries.kit.js';

const files = {
  'package.json': '{ "name": "app", "dependencies": { "sails": "^1.5.0" } }',
  'api/models/User.js': `
const bcrypt = require('bcrypt');
module.exports = {
  attributes: { email: { type: 'string' }, password: { type: 'string' } },
  customToJSON() { return _.omit(this, ['password']); },
  async beforeCreate(values, proceed) {
    values.password = await bcrypt.hash(values.password, 12);
    return proceed();
  },
  withEmail(email) { return this.findOne({ email }); },
};`,
  'api/models/Admin.js': "module.exports = { attributes: { email: 'string', password: { type: 'string' } } };",
  'api/models/Pet.js': "module.exports = { attributes: { name: 'string', owner: { model: 'user' } } };",
  'api/services/PetService.js': 'module.exports = { ownerOf: (pet) => User.findOne({ id: pet.owner }) };',
};
const file = 'api/controllers/PetController.js';

cases('Waterline: queries in loops', { files, file: 'api/services/Reports.js' }, {
  'a row by its id': `
exports.run = async (ids) => {
  for (const id of ids) await Pet.findOne({ id }); // expect: no-n-plus-one/queryInLoop
  for (const id of ids) await Pet.updateOne({ id }).set({ seen: true }); // expect: no-n-plus-one/writeInLoop
  return Pet.find({ id: ids }).populate('owner');
};`,
  'through a service, and a method of the model': `
exports.run = async () => {
  const pets = await Pet.find({ state: 'new' });
  for (const pet of pets) await PetService.ownerOf(pet); // expect: no-n-plus-one/queryInLoop
  for (const pet of pets) await User.withEmail(pet.contact); // expect: no-n-plus-one/queryInLoop
};`,
  'a model by its name, and one of another ORM': `
exports.run = async (ids, Other) => {
  for (const id of ids) await sails.models.pet.destroy({ id }); // expect: no-n-plus-one/writeInLoop
  for (const id of ids) await Unheard.findOne({ id });
};`,
  'rows that come in batches': `
exports.run = () => Pet.stream({ state: 'new' }).eachRecord(async (pet) => {
  await Pet.updateOne({ id: pet.id }).set({ state: 'seen' }); // expect: no-n-plus-one/writeInLoop
});
exports.print = () => Pet.stream({ state: 'new' }).eachBatch(100, async (pets) => {
  await Pet.update({ id: pets.map((pet) => pet.id) }).set({ state: 'seen' });
});`,
});

cases('Sails: lists and their sizes', { files, file, rules: ['require-pagination-cap'] }, {
  'classic actions': `
module.exports = {
  list(req, res) {
    Pet.find().exec((err, pets) => { // expect: require-pagination-cap/unboundedList
      if (err) return res.serverError(err);
      return res.json(pets);
    });
  },
  async some(req, res) {
    return res.ok(await Pet.find({ state: 'new' }).limit(req.param('limit'))); // expect: require-pagination-cap/uncappedLimit
  },
  async page(req, res) {
    return res.json(await Pet.find({ where: { state: 'new' }, limit: 20, skip: req.query.skip }));
  },
  async pages(req, res) {
    return res.json(await Pet.find().paginate(req.query.page, req.query.size)); // expect: require-pagination-cap/uncappedLimit
  },
};`,
});

cases('Sails: actions that describe what they take', { files, file: 'api/controllers/pets/list.js', rules: ['require-pagination-cap'] }, {
  'with a maximum or without': `
module.exports = {
  inputs: { limit: { type: 'number', max: 100 }, size: { type: 'number' } },
  async fn({ limit, size }) {
    const few = await Pet.find().limit(limit);
    const many = await Pet.find().limit(size); // expect: require-pagination-cap/uncappedLimit
    return { few, many };
  },
};`,
});

cases('Sails: handlers, errors and passwords', { files, file }, {
  'a query in an action': `
module.exports = {
  async show(req, res) {
    return res.json(await Pet.findOne({ id: req.params.id })); // expect: no-db-in-controller/queryInController
  },
  async owner(req, res) {
    return res.json(await PetService.ownerOf(req.body));
  },
};`,
  'errors that stay with the server in production, and those that do not': `
module.exports = {
  async show(req, res) {
    try {
      return res.json(await PetService.ownerOf(req.params));
    } catch (err) {
      if (req.query.a) return res.serverError(err);
      if (req.query.b) return res.badRequest(err);
      if (req.query.c) return res.negotiate(err);
      return res.badRequest({ message: err.message }); // expect: no-raw-error-response/errorMessage
    }
  },
};`,
  'a password with a model that hashes it, and one that does not': `
exports.join = (req, res) => User.create({ email: req.body.email, password: req.body.password }).exec(res.ok); // expect: no-db-in-controller/queryInController
exports.invite = async (req, res) => {
  await sails.models.user.create({ email: req.body.email, password: req.body.password }); // expect: no-db-in-controller/queryInController
  return res.ok();
};
exports.appoint = async (req, res) => {
  await Admin.create({ email: req.param('email'), password: req.param('password') }); // expect: no-unhashed-password/plaintext, no-db-in-controller/queryInController
  await Admin.create({ email: req.param('email'), password: await sails.helpers.passwords.hashPassword(req.param('password')) }); // expect: no-db-in-controller/queryInController
  return res.ok();
};`,
  'statements that the client writes': `
exports.search = async (req, res) => {
  const { rows } = await sails.sendNativeQuery(\`SELECT id FROM pet WHERE name = '\${req.query.name}' LIMIT 5\`); // expect: no-unsafe-raw-query/unsafeValue, no-db-in-controller/queryInController
  return res.json(rows);
};`,
});

cases('Sails: exits and inputs', { files, file: 'api/controllers/account/signup.js', rules: ['no-raw-error-response', 'no-unhashed-password', 'no-mass-assignment'] }, {
  'what an action takes and how it ends': `
module.exports = {
  inputs: { email: { type: 'string' }, password: { type: 'string' } },
  exits: { taken: { responseType: 'badRequest' } },
  fn: async function (inputs, exits) {
    try {
      await Admin.create({ email: inputs.email, password: await sails.helpers.passwords.hashPassword(inputs.password) });
      await Admin.create({ email: inputs.email, password: inputs.password }); // expect: no-unhashed-password/plaintext
    } catch (err) {
      return exits.taken({ message: err.message }); // expect: no-raw-error-response/errorMessage
    }
    return exits.success();
  },
};`,
});

cases('Waterline: transactions', { files, file: 'api/services/Transfers.js' }, {
  'two models, together or not': `
exports.apart = async (id) => {
  await User.updateOne({ id }).set({ pets: 0 });
  await Pet.update({ owner: id }).set({ owner: null }); // expect: require-transaction/twoModels
};
exports.together = (id) => sails.getDatastore().transaction(async (db) => {
  await User.updateOne({ id }).set({ pets: 0 }).usingConnection(db);
  await Pet.update({ owner: id }).set({ owner: null }).usingConnection(db);
});
exports.half = (id) => sails.getDatastore().transaction(async (db) => {
  await User.updateOne({ id }).set({ pets: 0 }).usingConnection(db);
  await Pet.update({ owner: id }).set({ owner: null }); // expect: no-outer-client-in-transaction/outerClient
});`,
});

cases('Sails: what is none of it', { files: { ...files, 'package.json': '{ "name": "app", "dependencies": { "express": "4" } }' }, file }, {
  'a project of another framework with such folders': `
exports.list = async (req, res) => {
  for (const id of req.body.ids) await Pet.findOne({ id });
  return res.json(await Pet.find());
};`,
});
