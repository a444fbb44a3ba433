/** Permissions that are declared in one form and checked in another. Each harmless case has a twin that is reported. */
import { describe, expect, it } from 'vitest';
import { judge, lintProject, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

const TABLE = "const permissions = {\n  admin: ['users:read', 'users:write', 'orders:*'],\n  clerk: ['orders:read', 'orders:write:own'],\n} as const;\n";
/** A check that puts its text together. */
const built = (text: string, table = TABLE) => `${table}export function may(role: Role, action: string, resource: string) {\n  const granted = permissions[role];\n  return granted.includes(${text});\n}\n`;
const ask = (call: string, table = TABLE) => `import { can } from './access';\n${table}export const check = (user: User) => ${call};\n`;
const route = (guard: string) => `import express from 'express';\nimport { requirePermission } from './guards';\nimport { list } from './users';\n${TABLE}const app = express();\napp.get('/users', ${guard}, list);\n`;
const nest = (decorator: string) => `import { Controller, Get } from '@nestjs/common';\nimport { RequirePermissions } from './guards';\nexport enum Permission { ReadUsers = 'users:read', WriteUsers = 'users:write' }\n@Controller('users')\nexport class UsersController {\n  ${decorator}\n  @Get()\n  list() {\n    return [];\n  }\n}\n`;
const fixed = (name: string, messageId: string, text: string, wrong: string, right: string) => marked(name, messageId, text, { suggested: ['useDeclared', text.replace('«', '').replace('»', '').replace(wrong, right)] });

tester.run('consistent-permission-format', rule('consistent-permission-format'), {
  valid: [
    { name: 'a text that is put together in the declared order', code: built('`${resource}:${action}`') },
    { name: 'a wildcard in the declared order', code: built('`${resource}:*`') },
    { name: 'a text of three parts in the declared order', code: built('`${resource}:${action}:own`') },
    { name: 'permissions that are declared with the action first', code: built('`${action}:${resource}`', "const permissions = { admin: ['read:users', 'write:users'], clerk: ['read:orders'] };\n") },
    { name: 'a table that declares both orders', code: built('`${action}:${resource}`', "const permissions = { admin: ['users:read', 'users:write', 'read:orders'] };\n") },
    { name: 'a table with one permission only', code: built('`${action}:${resource}`', "const permissions = { admin: ['users:read'] };\n") },
    { name: 'words that say nothing of their order', code: built('`${action}:${resource}`', "const permissions = { admin: ['blue:green', 'green:blue'] };\n") },
    { name: 'parts that say nothing of what they are', code: `${TABLE}export const may = (role: Role, one: string, other: string) => permissions[role].includes(\`\${one}:\${other}\`);\n` },
    { name: 'a text that is looked for among something else', code: `${TABLE}export const seen = (keys: string[], action: string, resource: string) => keys.includes(\`\${action}:\${resource}\`);\n` },
    { name: 'a text for a log', code: `${TABLE}export const line = (action: string, resource: string) => console.log(\`\${action}:\${resource}\`);\n` },
    { name: 'a text that is kept and looked for nowhere', code: `${TABLE}export function key(action: string, resource: string) {\n  const made = \`\${action}:\${resource}\`;\n  return made;\n}\n` },
    { name: 'a sentence with a colon', code: built('`denied: ${action} ${resource}`') },
    { name: 'a value beside a word, with nothing between', code: built('`${action}s:${resource}`') },
    { name: 'a word beside a value, with nothing between', code: built('`x${action}:${resource}`') },
    { name: 'two values with nothing between', code: built('`${action}${resource}:own`') },
    { name: 'two separators in a row', code: built('`::${action}`') },
    { name: 'a text that ends in a separator', code: built('`${action}:`') },
    { name: 'a text with no separator', code: built('`${action}${resource}`') },
    { name: 'two words that are written out, before a value', code: built('`users:read:${scope}`') },
    { name: 'a resource that is written out', code: built('`users:${action}`') },
    { name: 'another separator, where several are declared', code: built('`${resource}.${action}`', "const permissions = { admin: ['users:read', 'users:write', 'orders.read'] };\n") },
    { name: 'a comparison with one value', code: `${TABLE}export function may(wanted: string, action: string, resource: string) {\n  if (wanted === \`\${action}:\${resource}\`) return true;\n  return false;\n}\n` },
    { name: 'words that a spread hands in, as declared', code: ask("can(user, ...['users:read'])") },
    { name: 'a required permission among the settings of a handler, as declared', code: ask("handle(run, { requiredPermissions: ['users:read'] })") },
    { name: 'scopes that another service is asked for', code: ask("connect({ scopes: ['read:users'] })") },
    { name: 'other settings beside permissions', code: ask("can({ note: 'read:users', permissions: ['users:read'] })") },
    { name: 'a class whose permissions come in', code: ask("can(user, 'read:users')", 'class Access {\n  permissions: string[];\n}\n') },
    { name: 'a text as it is declared', code: ask("can(user, 'users:read')") },
    { name: 'a text that a wildcard covers', code: ask("can(user, 'read:users')", "const permissions = ['users:read', 'read:*'];\n") },
    { name: 'a text that is declared nowhere', code: ask("can(user, 'invoices:read')") },
    { name: 'a text that both ways declare', code: ask("can(user, 'read:users')", "const permissions = ['users:read'];\nconst scopes = ['read:users'];\n") },
    { name: 'a text in a call that asks for nothing', code: ask("emit('read:users')") },
    { name: 'a permission that is handed out', code: ask("grantPermission(user, 'read:users')") },
    { name: 'words in the declared order that are no permissions', code: ask("can(user, 'read:users')", "const channels = ['users:read'];\n") },
    { name: 'a check that takes the text apart', code: `${TABLE}const can = (user: User, wanted: string) => {\n  const [action, resource] = wanted.split(':');\n  return user.permissions.includes(\`\${resource}:\${action}\`);\n};\nexport const check = (user: User) => can(user, 'read:users');\n` },
    { name: 'a check that takes the text apart by a pattern', code: `${TABLE}const can = (user: User, wanted: string) => {\n  const [, action, resource] = /(.+):(.+)/.exec(wanted);\n  return user.permissions.includes(\`\${resource}:\${action}\`);\n};\nexport const check = (user: User) => can(user, 'read:users');\n` },
    { name: 'a guard of a route, as declared', code: route("requirePermission('users:read')") },
    { name: 'a decorator, as declared', code: nest("@RequirePermissions('users:read')") },
    { name: 'an entry of a list in the request, as declared', code: `${TABLE}export const check = (user: User) => user.permissions.includes('users:read');\n` },
    { name: 'a permission that another call is given is no declaration', code: "import { can, load } from './access';\nexport const all = load({ permissions: ['users:read'] });\nexport const check = (user: User) => can(user, 'read:users');\n" },
    { name: 'a text in a function is no declaration', code: ask("can(user, 'read:users')", "const permissions = { read: () => 'users:read', of: load('users:read') };\n") },
  ],
  invalid: [
    fixed('a text that is put together the other way round', 'otherOrder', built('«`${action}:${resource}`»'), '`${action}:${resource}`', '`${resource}:${action}`'),
    fixed('a sum that is put together the other way round', 'otherOrder', built("«action + ':' + resource»"), "action + ':' + resource", "resource + ':' + action"),
    fixed('a text of three parts, the other way round', 'otherOrder', built('«`${action}:${resource}:own`»'), '`${action}:${resource}:own`', '`${resource}:${action}:own`'),
    marked('a wildcard in the wrong place', 'otherOrder', built('«`${action}:*`»')),
    fixed('the action last, where it is declared first', 'otherOrder', built('«`${resource}:${action}`»', "const permissions = { admin: ['read:users', 'write:users'], clerk: ['read:orders'] };\n"), '`${resource}:${action}`', '`${action}:${resource}`'),
    fixed('a text in a variable', 'otherOrder', built('wanted').replace('  return', '  const wanted = «`${action}:${resource}`»;\n  return'), '`${action}:${resource}`', '`${resource}:${action}`'),
    fixed('a comparison with each', 'otherOrder', `${TABLE}export const may = (role: Role, action: string, resource: string) => permissions[role].some((each) => each === «\`\${action}:\${resource}\`»);\n`, '`${action}:${resource}`', '`${resource}:${action}`'),
    fixed('a set of permissions', 'otherOrder', `const granted = new Set(['users:read', 'users:write']);\nexport const may = (action: string, resource: string) => granted.has(«\`\${action}:\${resource}\`»);\n`, '`${action}:${resource}`', '`${resource}:${action}`'),
    fixed("the user's permissions, which nobody sees", 'otherOrder', `${TABLE}export const may = (user: User, action: string, resource: string) => user.permissions.includes(«\`\${action}:\${resource}\`»);\n`, '`${action}:${resource}`', '`${resource}:${action}`'),
    fixed('a text that a guard is handed', 'otherOrder', route('requirePermission(«`${action}:${resource}`»)').replace('const app', "const [action, resource] = ['read', 'users'];\nconst app"), '`${action}:${resource}`', '`${resource}:${action}`'),
    fixed('a part by the words that it is given', 'otherOrder', `${TABLE}const may = (role: Role, what: string, on: string) => permissions[role].includes(«\`\${what}:\${on}\`»);\nexport const reads = may('admin', 'read', 'users');\nexport const writes = may('admin', 'write', 'users');\n`, '`${what}:${on}`', '`${on}:${what}`'),
    marked('another separator, put together', 'otherSeparator', built('«`${resource}.${action}`»')),
    fixed('a text the other way round', 'otherOrder', ask("can(user, «'read:users'»)"), 'read:users', 'users:read'),
    fixed('a text with another separator', 'otherSeparator', ask("can(user, «'users.read'»)"), 'users.read', 'users:read'),
    fixed('a text with an underscore', 'otherSeparator', ask("can(user, «'users_read'»)"), 'users_read', 'users:read'),
    fixed('a guard of a route', 'otherOrder', route("requirePermission(«'read:users'»)"), 'read:users', 'users:read'),
    fixed('a list of permissions', 'otherOrder', route("requirePermission(['users:write', «'read:users'»])"), 'read:users', 'users:read'),
    fixed('permissions in an object', 'otherOrder', ask("can({ user, permissions: [«'read:users'»] })"), 'read:users', 'users:read'),
    fixed('a decorator', 'otherOrder', nest("@RequirePermissions(«'read:users'»)"), 'read:users', 'users:read'),
    fixed('an entry of a list', 'otherOrder', `${TABLE}export const check = (user: User) => user.permissions.includes(«'read:users'»);\n`, 'read:users', 'users:read'),
    fixed('a required permission among the settings of a handler', 'otherOrder', ask("handle(run, { requiredPermissions: [«'read:users'»] })"), 'read:users', 'users:read'),
    fixed('words that a spread hands in', 'otherOrder', ask("can(user, ...[«'read:users'»])"), 'read:users', 'users:read'),
    fixed('a class that declares permissions', 'otherOrder', ask("can(user, «'read:users'»)", "class Access {\n  static readonly permissions = ['users:read'];\n}\n"), 'read:users', 'users:read'),
    fixed('permissions that are frozen', 'otherOrder', ask("can(user, «'read:users'»)", "const permissions = Object.freeze(['users:read']);\n"), 'read:users', 'users:read'),
    fixed('permissions inside the settings of roles', 'otherOrder', ask("can(user, «'read:users'»)", "const settings = { roles: [{ name: 'admin', permissions: ['users:read'] }] };\n"), 'read:users', 'users:read'),
    fixed('permissions as the keys of a table', 'otherOrder', ask("can(user, «'read:users'»)", "const permissions = { 'users:read': 'See who is there' };\n"), 'read:users', 'users:read'),
    fixed('a check that takes something else apart', 'otherOrder', `${TABLE}const can = (user: User, wanted: string) => GRANTED.split(',', ...limits).includes(wanted);\nexport const check = (user: User) => can(user, «'read:users'»);\n`, 'read:users', 'users:read'),
    fixed('a check that hands the text on as it is', 'otherOrder', `${TABLE}const can = (user: User, wanted: string) => user.granted.includes(wanted);\nexport const check = (user: User) => can(user, «'read:users'»);\n`, 'read:users', 'users:read'),
  ],
});

const projects: Record<string, Record<string, string>> = {
  'a table in another file': {
    'src/roles.ts': "export const permissions = { admin: ['users:read', 'users:write'] };\n",
    'src/access.ts': "import { permissions } from './roles';\nexport const may = (role: 'admin', action: string, resource: string) => permissions[role].includes(`${action}:${resource}`); // expect: consistent-permission-format/otherOrder\n",
  },
  'an enumeration in another file': {
    'src/permission.ts': "export enum Permission {\n  ReadUsers = 'users:read',\n  WriteUsers = 'users:write',\n  Rest,\n}\n",
    'src/users.ts': "import { can } from './access';\nexport const check = (user: object) => can(user, 'read:users'); // expect: consistent-permission-format/otherOrder\n",
    'src/access.ts': 'export const can = (user: object, wanted: string) => user.granted.includes(wanted);\n',
  },
  'two vocabularies, each checked in its own form': {
    'src/permissions.ts': "export const permissions = ['users:read', 'users:write'];\n",
    'src/scopes.ts': "export const scopes = ['read:users'];\n",
    'src/users.ts': "import { requirePermission, requireScope } from './access';\nexport const guards = [requirePermission('users:read'), requireScope('read:users')];\n",
  },
};

describe('consistent-permission-format across files', () => {
  it.each(Object.entries(projects))('%s', (_name, files) => {
    const { found, expected } = judge(files, { rules: { 'consistent-permission-format': {} } });
    expect(found).toEqual(expected);
  });

  it('names a permission as it is declared, and where', () => {
    const [finding] = lintProject(projects['a table in another file'] ?? {}, { rules: { 'consistent-permission-format': {} } });
    expect(finding?.message).toContain('This asks for `${action}:${resource}`, but permissions are declared the other way round, as `users:read` is (roles.ts:1)');
  });

  it('names the line where that is the same file', () => {
    const [finding] = lintProject({ 'src/file.ts': ask("can(user, 'read:users')") }, { rules: { 'consistent-permission-format': {} } });
    expect(finding?.message).toContain('This asks for `read:users`, but permissions are declared the other way round, as `users:read` is (line 3)');
  });
});
