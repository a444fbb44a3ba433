/** Bookshelf: models by `extend`, by name and as classes; rows that are queries, too. */
import { cases } from './libraries.kit.js';

const head = `
const express = require('express');
const bcrypt = require('bcrypt');
const bookshelf = require('bookshelf')(require('knex')({ client: 'pg' }));
const app = express();
const Post = bookshelf.Model.extend({
  tableName: 'posts',
  author() { return this.belongsTo('User'); },
  comments() { return this.hasMany('Comment'); },
}, {
  bySlug(slug) { return this.forge({ slug }).fetch(); },
});
class Comment extends bookshelf.Model {
  get tableName() { return 'comments'; }
  author() { return this.belongsTo('User'); }
}
const Account = bookshelf.model('Account', { tableName: 'accounts', owner() { return this.belongsTo('User'); } });
`;

cases('Bookshelf: queries in loops', { head }, {
  'a row by its id': `
export async function run(ids) {
  for (const id of ids) await new Post({ id }).fetch(); // expect: no-n-plus-one/queryInLoop
  for (const id of ids) await Post.where({ id }).fetch(); // expect: no-n-plus-one/queryInLoop
  for (const id of ids) await Post.forge({ id }).destroy(); // expect: no-n-plus-one/writeInLoop
  return Post.query('whereIn', 'id', ids).fetchAll();
}`,
  'a relation that a model declares': `
export async function run() {
  const posts = await Post.fetchPage({ pageSize: 20, withRelated: ['comments'] });
  for (const post of posts.models) await post.author().fetch(); // expect: no-n-plus-one/queryInLoop
  await Promise.all(posts.map((post) => post.comments().fetch())); // expect: no-n-plus-one/queryInLoop
  return posts.map((post) => post.related('comments').toJSON());
}`,
  'a relation of a class, and of a model by its name': `
export async function run() {
  const comments = await Comment.where({ hidden: false }).fetchAll();
  await Promise.all(comments.map((comment) => comment.author().fetch())); // expect: no-n-plus-one/queryInLoop
  const accounts = await Account.where({ open: true }).fetchAll();
  await Promise.all(accounts.map((account) => account.owner().fetch())); // expect: no-n-plus-one/queryInLoop
}`,
  "a method of the model's own": `
export async function run(slugs) {
  for (const slug of slugs) await Post.bySlug(slug); // expect: no-n-plus-one/queryInLoop
}`,
  'one row after another': `
export async function run() {
  const posts = await Post.where({ state: 'draft' }).fetchAll();
  for (const post of posts.models) {
    post.set('state', 'open');
    await post.save(); // expect: no-n-plus-one/writeInLoop
  }
  await Post.where({ state: 'draft' }).save({ state: 'open' }, { method: 'update', patch: true });
}`,
});

cases('Bookshelf: lists and their sizes', { head, rules: ['require-pagination-cap'] }, {
  'a list with no size': `
app.get('/posts', async (req, res) => {
  const posts = await Post.fetchAll({ withRelated: ['author'] }); // expect: require-pagination-cap/unboundedList
  res.json(posts.toJSON());
});
app.get('/drafts', async (req, res) => {
  res.json(await Post.where({ state: 'draft' }).orderBy('id', 'DESC').fetchAll()); // expect: require-pagination-cap/unboundedList
});
app.get('/mine', async (req, res) => {
  res.json(await Post.where({ author_id: req.user.id }).fetchAll());
});`,
  'a size that the client chooses': `
app.get('/posts', async (req, res) => {
  res.json(await Post.fetchPage({ page: req.query.page, pageSize: req.query.pageSize })); // expect: require-pagination-cap/uncappedLimit
});
app.get('/capped', async (req, res) => {
  res.json(await Post.fetchPage({ page: req.query.page, pageSize: Math.min(Number(req.query.pageSize), 50) }));
});
app.get('/ten', async (req, res) => {
  res.json(await Post.fetchPage({ page: req.query.page }));
});`,
  'a size that a function gives to the builder': `
app.get('/posts', async (req, res) => {
  res.json(await Post.query((qb) => qb.orderBy('id').limit(req.query.limit)).fetchAll()); // expect: require-pagination-cap/uncappedLimit
});
app.get('/latest', async (req, res) => {
  res.json(await Post.query((qb) => { qb.orderBy('id', 'desc'); qb.limit(20); }).fetchAll());
});
app.get('/open', async (req, res) => {
  res.json(await Post.query((qb) => { qb.where('state', 'open'); }).fetchAll()); // expect: require-pagination-cap/unboundedList
});
app.get('/first', async (req, res) => {
  res.json(await Post.query({ where: { state: 'open' }, limit: 5 }).fetchAll());
});`,
  'a method of the builder by its name': `
app.get('/first', async (req, res) => {
  res.json(await Post.query('limit', 5).fetchAll());
});
app.get('/of', async (req, res) => {
  res.json(await Post.query('where', 'author_id', req.user.id).fetchAll());
});
app.get('/open', async (req, res) => {
  res.json(await Post.query('where', 'state', 'open').fetchAll()); // expect: require-pagination-cap/unboundedList
});
app.get('/some', async (req, res) => {
  res.json(await Post.query('limit', req.query.limit).fetchAll()); // expect: require-pagination-cap/uncappedLimit
});`,
  'the rows that belong to one': `
app.get('/users/:id/comments', async (req, res) => {
  const post = await new Post({ id: req.params.id }).fetch();
  res.json(await post.comments().fetch());
});
const Posts = bookshelf.Collection.extend({ model: Post });
app.get('/posts', async (req, res) => {
  res.json(await Posts.forge().fetch()); // expect: require-pagination-cap/unboundedList
});`,
});

cases('Bookshelf: handlers, errors and passwords', { head }, {
  'a query in a handler, and its error': `
app.get('/posts/:id', (req, res) => {
  new Post({ id: req.params.id }) // expect: no-db-in-controller/queryInController
    .fetch()
    .then((post) => res.json(post))
    .catch((err) => res.status(500).json({ message: err.message })); // expect: no-raw-error-response/errorMessage
});`,
  'a service of the app': `
const posts = { find: (id) => new Post({ id }).fetch() };
app.get('/posts/:id', async (req, res) => {
  res.json(await posts.find(req.params.id));
});`,
  'a password as it came': `
export async function signUp(email, password) {
  return new Account({ email, password: await bcrypt.hash(password, 12) }).save();
}
app.post('/users', async (req, res) => {
  res.json(await Account.forge({ email: req.body.email, password: req.body.password }).save()); // expect: no-unhashed-password/plaintext, no-db-in-controller/queryInController
});`,
  'a model that hashes before it is saved': `
const Member = bookshelf.Model.extend({
  tableName: 'members',
  initialize() {
    this.on('creating', this.hashPassword, this);
  },
  async hashPassword(member) {
    member.set('password', await bcrypt.hash(member.get('password'), 12));
  },
});
export const join = (req) => new Member({ email: req.body.email, password: req.body.password }).save();
class Guest extends bookshelf.Model {
  constructor(...args) {
    super(...args);
    this.on('saving', async (guest) => guest.set('password', await bcrypt.hash(guest.get('password'), 12)));
  }
}
export const invite = (req) => new Guest().save({ email: req.body.email, password: req.body.password });`,
});

cases('Bookshelf: transactions', { head }, {
  'two models, together or not': `
export async function pay(id, amount) {
  await new Account({ id }).save({ amount }, { patch: true });
  await new Comment({ account: id }).save(); // expect: require-transaction/twoModels
}
export const settle = (id, amount) => bookshelf.transaction(async (trx) => {
  await new Account({ id }).save({ amount }, { patch: true, transacting: trx });
  await new Comment({ account: id }).save(null, { transacting: trx });
});`,
  'a statement that is not handed the transaction': `
export const settle = (id, amount) => bookshelf.transaction(async (trx) => {
  await new Account({ id }).save({ amount }, { patch: true, transacting: trx });
  await new Comment({ account: id }).save(); // expect: no-outer-client-in-transaction/outerClient
});`,
});
