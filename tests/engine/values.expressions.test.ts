/** What is an expression: `this` and `super`, literals and calculations, positions, names of the language. */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const prisma = "import { PrismaClient } from '@prisma/client';\n";
const client = `${prisma}const db = new PrismaClient();\n`;
const mongoose = "import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({});\nconst User = mongoose.model('User', schema);\n";

describe('literals and calculations', () => {
  valuesAre([
    ['undefined', '/* it */ undefined;', 'null'],
    ['a big number', '/* it */ 10n;', '10'],
    ['a pattern', '/* it */ /a/;', 'foreign'],
    ['a sum', '/* it */ 50 + 50;', '100'],
    ['a difference', '/* it */ 100 - 1;', '99'],
    ['a quotient', '/* it */ 100 / 4;', '25'],
    ['a rest', '/* it */ 100 % 3;', 'foreign'],
    ['a sum of what is not known', '/* it */ size + 1;', 'foreign'],
    ['a negative of what is not known', 'const size = read();\n(/* it */ -size);', 'foreign'],
    ['not', '(/* it */ !ready);', 'foreign'],
    ['a private field that is asked for', 'class A { #x; has(o) { return (/* it */ #x in o); } }', 'foreign'],
    ['the right of and', `${client}/* it */ ready && db;`, 'Prisma.PrismaClient'],
    ['an import of a calculated name', "async function f() { /* it */ import('./' + name); }", 'unknown'],
    ['a type', '(/* it */ class {});', 'class'],
    ['a name that leads back to itself', 'const a = b;\nconst b = a;\n/* it */ a;', 'unknown'],
  ]);
});

describe('positions', () => {
  valuesAre([
    ['of an array', `${client}const all = [1, db];\n/* it */ all[1];`, 'Prisma.PrismaClient'],
    ['of an array, not known', `${client}const all = [db, db];\n/* it */ all[at];`, 'Prisma.PrismaClient'],
    ['past the end of an array', `${client}const all = [db];\n/* it */ all[3];`, 'unknown'],
    ['of rows', `${mongoose}async function f() { const users = await User.find();\n/* it */ users[0]; }`, 'Mongoose.Document<User>'],
    ['a model that is known at run time', `${client}/* it */ db[name];`, 'Prisma.Delegate<[name]>'],
    ['an array with a spread', `${client}const all = [...others, db];\n/* it */ all[0];`, 'Prisma.PrismaClient'],
    ['an array with a spread and a hole', `${client}const all = [...others, , db];\n/* it */ all[0];`, 'Prisma.PrismaClient'],
  ]);
});

describe('this', () => {
  valuesAre([
    ['in a static field', 'class A { static x = 1; static y = /* it */ this; }', 'class A'],
    ['in a field', `${prisma}class A { db = new PrismaClient(); users = /* it */ this.db; }`, 'Prisma.PrismaClient'],
    ['in a function of a static field', 'class A { static make = () => /* it */ this; }', 'class A'],
    ['in a static method', 'class A { static make() { return /* it */ this; } }', 'class A'],
    ['at the top', '/* it */ this;', 'unknown'],
    ['in an arrow function at the top', 'const f = () => /* it */ this;', 'unknown'],
    ['in a function of a prototype', 'function A() {}\nA.prototype.m = function () { return /* it */ this; };', 'instance of A'],
    ['in a function that is put on an object', `${client}const store = { db };\nstore.open = function () { /* it */ this.db; };`, 'Prisma.PrismaClient'],
    ['in a function that is put on an instance', 'class A {}\nconst a = new A();\na.run = function () { return /* it */ this; };', 'instance of A'],
    ['in a function that is put on something unknown', 'some.thing = function run() { return /* it */ this; };', 'instance of run'],
    ['in a function that a name is given', 'let f;\nf = function run() { return /* it */ this; };', 'instance of run'],
    ['in a method of a schema', `${mongoose}schema.methods.touch = function () { /* it */ this; };`, 'Mongoose.Document'],
    ['in a function that is put on a model', `${mongoose}User.touch = function touch() { /* it */ this; };`, 'instance of touch'],
    ['in a hook', `${mongoose}schema.pre('save', function () { /* it */ this; });`, 'Mongoose.Document'],
    ['in a callback of a library that says nothing of it', `${mongoose}User.find().then(function then() { /* it */ this; });`, 'instance of then'],
    ['in a callback of an unknown function', 'run(function each() { /* it */ this; });', 'instance of each'],
  ]);
});

describe('super', () => {
  const sequelize = "import { Model } from 'sequelize';\n";
  valuesAre([
    ['in a static method of a model', `${sequelize}class User extends Model { static all() { (/* it */ super.findAll); } }`, 'Sequelize.Model: findAll'],
    ['in a static method of a model without a name', `${sequelize}export default class extends Model { static all() { /* it */ super.findAll(); } }`, 'Sequelize.Instance<model>[]'],
    ['in a method of a model', `${sequelize}class User extends Model { store() { (/* it */ super.save); } }`, 'Sequelize.Instance: save'],
    ['in a method of a class of the app', 'class Base { load() {} }\nclass A extends Base { load() { (/* it */ super.load); } }', 'function load'],
    ['in a class without a base', 'class A { load() { (/* it */ super.load); } }', 'unknown'],
    ['in a static method of a class without a base', 'class A { static load() { (/* it */ super.load); } }', 'unknown'],
    ['in an object', 'const a = { load() { (/* it */ super.load); } };', 'unknown'],
  ]);
});

describe('what hangs on a framework\'s values', () => {
  valuesAre([
    ['by a name in quotes, that nobody puts there', "import express from 'express';\nexpress().get('/', (req, res) => { /* it */ req['store']; });", 'unknown'],
  ]);
});
