/** Where does a value come from? Through parameters: callers, callbacks, frameworks and decorators. */
import { describe } from 'vitest';
import { caught, comesFrom, route } from './origins.kit.js';

describe('parameters and their callers', () => {
  comesFrom([
    ['each caller', caught('show(err.message); show(1);').replace('async', 'function show(text) { use(/* it */ text); }\nasync'), ['caught .message', 'literal 1']],
    ['a default of the parameter', 'function show(text = 5) { use(/* it */ text); }\nshow(load());', ['literal 5', 'other load()']],
    ['a default of a property', 'function show({ text = 5 }) { use(/* it */ text); }\nshow({ text: load() });', ['literal 5', 'other load()']],
    ['a caller that hands nothing in', 'function show(a, text) { use(/* it */ text); }\nshow(1);', []],
    ['nobody calls it', 'export function show(text) { use(/* it */ text); }', ['parameter text']],
    ['it is only handed on', 'function show(text) { use(/* it */ text); }\nregister(show);', ['parameter text']],
    ['arguments in a rest parameter', 'function show(first, ...rest) { use(/* it */ rest[1]); }\nshow(1, 2, 3);', ['literal 3']],
    ['a rest parameter as a whole', 'function show(first, ...rest) { use(/* it */ rest); }\nshow(1, 2, 3);', ['literal 2']],
  ]);

  describe('where callers are not asked for', () => {
    comesFrom([['the parameter is the end', 'function show(text) { use(/* it */ text.a); }\nshow(1);', ['parameter text .a']]], { callers: false });
  });
});

describe('handlers of a framework', () => {
  comesFrom([
    ['the request', route('use(/* it */ req);'), ['request whole']],
    ['a part of it', route('use(/* it */ req.body);'), ['request body']],
    ['a part that is taken apart', "import express from 'express';\nexpress().get('/', ({ query: { page } }, res) => { use(/* it */ page); });", ['request query .page']],
    ['a part further in', "import Koa from 'koa';\nnew Koa().use(async ({ request: { body } }) => { use(/* it */ body.page); });", ['request body .page']],
    ['what the app put on it', "import Koa from 'koa';\nnew Koa().use(async ({ order }) => { use(/* it */ order.id); });", ['other order .order .id']],
    ['the function that goes on', route('use(/* it */ next);'), ['parameter next']],
    ['the error of an error handler', "import express from 'express';\nexpress().use((err, req, res, next) => { use(/* it */ err.message); });", ['caught .message']],
  ]);
});

describe('decorated parameters', () => {
  const nest = (parameter: string, use: string): string => `import { Body, Controller, Get, Inject, Query, Res } from '@nestjs/common';\n@Controller() class Users { @Get() list(${parameter}) { use(/* it */ ${use}); } }`;
  comesFrom([
    ['one of a part', nest("@Query('page') page: number", 'page'), ['request query .page']],
    ['a part', nest('@Body() dto: Dto', 'dto.page'), ['request body .page']],
    ['a part, with a default', nest("@Query('page') page = 1", 'page'), ['literal 1', 'request query .page']],
    ['a part in a rest parameter', nest("@Query('page') ...pages", 'pages'), ['request query .page']],
    ['a decorator that is not called', nest('@Body dto', 'dto.page'), ['request body .page']],
    ['a decorator of something else', nest('@Res() res', 'res'), ['parameter res']],
    ['a decorator of the app', nest('@CurrentUser() user', 'user'), ['parameter user']],
  ]);
});

describe('callbacks', () => {
  const sqlite = "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('');\n";
  comesFrom([
    ['the result of a promise', 'load().then((rows) => { use(/* it */ rows[0]); });', ['other load() .0']],
    ['an element of a list', route('req.body.ids.map((id) => { use(/* it */ id); });'), ['request body .ids .*']],
    ['the position of an element', route('req.body.ids.map((id, at) => { use(/* it */ at); });'), ['parameter at']],
    ['the sum of a fold', 'rows.reduce((sum, row) => use(/* it */ sum), 0);', ['literal 0']],
    ['the sum of a fold that starts with nothing', 'rows.reduce((sum, row) => use(/* it */ sum));', []],
    ['the element of a fold', 'rows.reduce((sum, row) => use(/* it */ row), 0);', ['other rows .*']],
    ['rows of a query', "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));\nUser.find({}).then((users) => { use(/* it */ users); });", ['other User.find({}).then((users) => { use(/* it */ users); })']],
    ['rows of a query with a callback', `${sqlite}db.all('SELECT 1', (err, rows) => { use(/* it */ rows); });`, ["other db.all('SELECT 1', (err, rows) => { use(/* it */ rows); })"]],
    ['one row after the other', `${sqlite}db.each('SELECT 1', (err, row) => { use(/* it */ row); });`, ["other db.each('SELECT 1', (err, row) => { use(/* it */ row); })"]],
    ['each row of a query', "import pgp from 'pg-promise';\nconst db = pgp()('');\ndb.each('SELECT 1', [], (row) => { use(/* it */ row.id); });", ["other db.each('SELECT 1', [], (row) => { use(/* it */ row.id); }) .* .id"]],
    ['an element that a library hands in', "import pMap from 'p-map';\npMap(rows, (row) => { use(/* it */ row); });", ['other pMap(rows, (row) => { use(/* it */ row); }) .*']],
    ['what a function of the app calls it with', "function load(id, done) { done(null, id); }\nload(5, (err, id) => { use(/* it */ id); });", ['literal 5']],
    ['what a function of the app does not call it with', "function load(id, done) { done(null); }\nload(5, (err, id) => { use(/* it */ id); });", ['parameter id']],
    ['a function of the app that hands it on', 'function load(id, done) { work(done); }\nload(5, (err, id) => { use(/* it */ id); });', ['parameter id']],
    ['a function of the app that forgets it', 'function load(id, done) {}\nload(5, (err, id) => { use(/* it */ id); });', ['parameter id']],
    ['a function of the app that takes it apart', 'function load(id, { done }) {}\nload(5, (err, id) => { use(/* it */ id); });', ['parameter id']],
    ['another name of the same kind', 'function other(done) { done(1, 2); }\nfunction load(id, done) { done(null, id); }\nload(5, (err, id) => { use(/* it */ id); });', ['literal 5']],
    ['a variable of the same name inside', 'function load(id, done) { { const done = log; done(1, 2); } done(null, id); }\nload(5, (err, id) => { use(/* it */ id); });', ['literal 5']],
    ['a function that is run at once', '((id) => { use(/* it */ id); })(5);', ['literal 5']],
    ['a callback of an unknown function', 'load((id) => { use(/* it */ id); });', ['parameter id']],
  ]);
});
