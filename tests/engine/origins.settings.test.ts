/** Where does a setting come from? Through other modules, fields of classes, factories. Only where settings are asked for. */
import { describe } from 'vitest';
import { comesFrom, type OriginCase } from './origins.kit.js';

const files = (use: string, settings: string, more: Readonly<Record<string, string>> = {}) => ({ 'src/file.ts': use, 'src/settings.ts': settings, ...more });

const cases: readonly OriginCase[] = [
  ['a property of a default export', files("import settings from './settings';\nuse(/* it */ settings.a.b);", "export default { a: { b: 'x' } };"), ["literal 'x'"]],
  ['a property of a default export that has a name', files("import settings from './settings';\nuse(/* it */ settings.a);", "const all = { a: 'x' };\nexport default all;"), ["literal 'x'"]],
  ['a property of a namespace', files("import * as settings from './settings';\nuse(/* it */ settings.a);", "export const a = 'x';"), ["literal 'x'"]],
  ['a re-export', files("import { a } from './settings';\nuse(/* it */ a);", "export { a } from './more';", { 'src/more.ts': "export const a = { b: 'x' };" }), ["literal 'x'"], ['b']],
  ['a barrel', files("import { a } from './settings';\nuse(/* it */ a);", "export * from './more';", { 'src/more.ts': "const a = 'x';\nexport { a };" }), ["literal 'x'"]],
  ['an import that is exported again', files("import { a } from './settings';\nuse(/* it */ a);", "import { a } from './more';\nexport { a };", { 'src/more.ts': "export const a = 'x';" }), ["literal 'x'"]],
  ['what is required', files("const settings = require('./settings');\nuse(/* it */ settings.a);", "module.exports = { a: 'x' };"), ["literal 'x'"]],
  ['what is required and taken apart', files("const { a } = require('./settings');\nuse(/* it */ a);", "exports.a = 'x';"), ["literal 'x'"]],
  ['a file that is not there', files("import settings from './nowhere';\nuse(/* it */ settings.a);", ''), ['other settings .a']],
  ['an export that is a function', files("import { a } from './settings';\nuse(/* it */ a.b);", 'export function a() {}'), ['other a .b']],
  ['a field', "class A { b = 'x'; c() { return use(/* it */ this.b); } }", ["literal 'x'"]],
  ['a field that is set', "class A { constructor() { this.b = 'x'; } c() { return use(/* it */ this.b); } }", ["literal 'x'"]],
  ['a field that nothing sets', 'class A { b; c() { return use(/* it */ this.b); } }', ['other this .b']],
  ['a static field', "class A { static b = 'x'; }\nuse(/* it */ A.b);", ["literal 'x'"]],
  ['what a function gives', "use(/* it */ { make: async () => ({ a: 'x' }) });", ["literal 'x'"], ['make', '()', 'a']],
  ['what a function with a name gives', "function make() { return { a: 'x' }; }\nuse(/* it */ make);", ["literal 'x'"], ['()', 'a']],
  ['a value of the configuration, and its default', "import { ConfigService } from '@nestjs/config';\nclass A { constructor(private config: ConfigService) {} b() { use(/* it */ this.config.get('KEY', 'x')); } }", ["literal 'x'", "other this.config.get('KEY', 'x')"]],
];

describe('settings', () => comesFrom(cases, { settings: true }));

describe('elsewhere', () => {
  comesFrom([
    ['a property of a default export ends at the import', files("import settings from './settings';\nuse(/* it */ settings.a);", "export default { a: 'x' };"), ['other settings .a']],
    ['a field ends at the instance', "class A { b = 'x'; c() { return use(/* it */ this.b); } }", ['other this .b']],
    ['bytes come from their text, not from how it is written', "use(/* it */ Buffer.from('x', 'hex'));", ["literal 'x'"]],
  ]);
});
