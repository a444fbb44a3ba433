/** The permissions that a project declares, and the form that they are written in. */
import type { Variable } from '../binding/scope.js';
import type { Module } from '../modules/parse.js';
import { type Node, argumentsOf, calleeOf, isCall, parentOf } from '../syntax/ast.js';
import { fits, keyName, lastName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';

/** A permission where it is declared: in a table of roles, a list, an enumeration. */
export interface Permission {
  readonly text: string;
  readonly node: Node;
}

/** What sets the words of a permission apart, and the words. */
export interface Form {
  readonly separator: string;
  readonly words: readonly string[];
}

const FORM = /^[\w*]+(?:([:./-])[\w*]+(?:\1[\w*]+)*)$/;
const UNDERSCORED = /^[A-Za-z*]+(?:_[A-Za-z*]+)+$/;

/** How a text is put together, where it may be a permission: `users:read`, `users.read`. */
export function formOf(text: string): Form | undefined {
  const separator = FORM.exec(text)?.[1] ?? (UNDERSCORED.test(text) ? '_' : undefined);
  return separator === undefined ? undefined : { separator, words: text.split(separator) };
}

/** Names of what holds permissions. */
const HOLDS = /permission|privilege|rights|abilit|grant|scope|capabilit|polic|acl$|roles?$|roles?[A-Z_]/i;
/** Words of which each file has one that declares permissions. */
const WORDS = ['permissions', 'Permissions', 'PERMISSIONS', 'permission', 'Permission', 'rolePermissions', 'ROLE_PERMISSIONS', 'RolePermissions', 'permissionsByRole', 'roles', 'Roles', 'ROLES', 'Role', 'scopes', 'Scopes', 'SCOPES', 'Scope', 'rights', 'roleRights', 'grants', 'abilities', 'capabilities', 'privileges', 'policies'];

/** The permissions that are declared anywhere in the project of a module. */
export function declaredPermissions(analysis: Analysis, module: Module): readonly Permission[] {
  return analysis.once<readonly Permission[]>('declaredPermissions', module, [], () => [module, ...analysis.mentioning(module, WORDS)].flatMap((each) => permissionsIn(analysis, each)));
}

/** Those that a module declares. */
function permissionsIn(analysis: Analysis, module: Module): readonly Permission[] {
  return analysis.once<readonly Permission[]>('permissionsIn', module, [], () => {
    const { bindings } = module;
    const found = new Map<Node, Permission>();
    const take = (name: string | undefined, node: Node): void => {
      if (name !== undefined && HOLDS.test(name) && !isAsked(node)) for (const each of textsIn(node)) found.set(each.node, each);
    };
    for (const scope of bindings.scopes.values()) for (const variable of scope.variables.values()) for (const node of valuesOf(variable)) take(variable.name, node);
    for (const node of [...(bindings.nodes.get('ObjectExpression') ?? []), ...(bindings.nodes.get('PropertyDefinition') ?? [])]) {
      if (node.type === 'ObjectExpression') for (const property of node.properties) if (property.type === 'Property') take(keyName(property.key, property.computed), property.value);
      if (node.type === 'PropertyDefinition' && node.value) take(keyName(node.key, node.computed), node.value);
    }
    return [...found.values()];
  });
}

function valuesOf({ definitions }: Variable): Node[] {
  return definitions.flatMap((definition) => (definition.kind === 'value' && definition.binding.path.length === 0 ? [definition.from] : definition.kind === 'enum' ? [definition.node] : []));
}

/** Is a value part of what a call is given: of a question, not of a declaration? */
function isAsked(node: Node): boolean {
  for (let child = node, holder = parentOf(node); holder; child = holder, holder = parentOf(holder)) {
    if (isCall(holder) && argumentsOf(holder).includes(child)) return !/^(?:Set|Map|freeze|defineRoles|assign|fromEntries)$/.test(String(lastName(calleeOf(holder))));
    if (holder.type.endsWith('Statement') || holder.type.endsWith('Declaration')) return false;
  }
  return false;
}

/** The texts in a declaration that look like permissions; those of functions in it, and what calls are given, are something else. */
function textsIn(root: Node): Permission[] {
  const found: Permission[] = [];
  walk(root, (node) => {
    const text = staticString(node);
    if (text !== undefined && formOf(text)) found.push({ text, node });
    if (node.type === 'TSEnumMember' && node.initializer === null) return false;
    return !node.type.endsWith('FunctionExpression') && (!isCall(node) || /^(?:Set|Map|freeze)$/.test(String(lastName(calleeOf(node)))));
  });
  return found;
}

const ACTION = /^(?:read|write|create|update|delete|remove|list|view|edit|manage|get|add|publish|approve|export|import|execute|run|invite|upload|download|assign|archive|cancel|modify|browse|show|store|destroy|access|admin|all)$/i;

/** Is a word one of what somebody does? */
export function isAction(word: string | undefined): boolean {
  return word !== undefined && ACTION.test(word);
}

/** Which comes first in permissions, what somebody does or what it is done to? `undefined` where they disagree, or too few words are known. */
export function orderOf(permissions: readonly Permission[]): 'action' | 'resource' | undefined {
  let actionFirst = 0;
  let resourceFirst = 0;
  for (const { text } of permissions) {
    const [first, second] = formOf(text)!.words;
    if (isAction(first) && !isAction(second)) actionFirst++;
    if (isAction(second) && !isAction(first)) resourceFirst++;
  }
  if (actionFirst === 0 && resourceFirst >= 2) return 'resource';
  return resourceFirst === 0 && actionFirst >= 2 ? 'action' : undefined;
}

/** The one text that sets the words of all permissions apart; `undefined` where there are several. */
export function separatorOf(permissions: readonly Permission[]): string | undefined {
  const separators = new Set(permissions.map(({ text }) => formOf(text)?.separator));
  return separators.size === 1 ? [...separators][0] : undefined;
}

/** Do two texts have the same words, in any order? */
export function haveSameWords(one: Form, other: Form): boolean {
  return one.words.length === other.words.length && [...one.words].sort().join(' ') === [...other.words].sort().join(' ');
}

/** Does a permission with `*` in it cover a text? */
export function coversText(permission: string, text: string): boolean {
  return permission.includes('*') && fits(text, permission);
}
