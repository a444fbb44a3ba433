/** Secrets that are known by the name of the environment variable which they stand in for, wherever they are used. */
import type { Module } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, objectProperty, staticString } from '../syntax/names.js';
import type { WrittenSecret } from './secrets.js';

/**
 * Variables that hold what signs tokens, sessions or cookies. A provider's secrets, by which a service of somebody else knows the app, are
 * called after the provider (`GITHUB_CLIENT_SECRET`), so that the short names only count alone.
 */
const NAME = /^(?:\w+_)?(?:JWT|SESSION|COOKIE|NEXTAUTH)S?_(?:[A-Z]+_){0,2}(?:SECRET|SIGNING_KEY|PRIVATE_KEY)(?:_KEY)?$|^(?:(?:APP|AUTH|ACCESS|REFRESH|HMAC|SIGNING)_)?(?:(?:APP|AUTH|TOKEN|ACCESS|REFRESH|HMAC|SIGNING)_)(?:SECRET|SIGNING_KEY)(?:_KEY)?$|^(?:JWT|SESSION|COOKIE)_KEY$/;

/** Fallbacks, and defaults of a schema, for variables of the environment that are called like a secret. */
export function namedSecretsIn(module: Module): WrittenSecret[] {
  return [...fallbacksIn(module), ...defaultsIn(module)].flatMap(({ name, node }) => {
    const text = staticString(node);
    return text === undefined || text === '' || text === name ? [] : [{ node: unwrap(node), use: name.includes('COOKIE') ? 'cookies' : name.includes('SESSION') ? 'sessions' : 'tokens', insteadOf: name } as const];
  });
}

interface Named {
  readonly name: string;
  readonly node: Expression;
}

/** `process.env.JWT_SECRET || 'text'`, `const { JWT_SECRET = 'text' } = process.env` */
function* fallbacksIn({ bindings }: Module): Generator<Named> {
  for (const [name, members] of bindings.members) {
    if (!NAME.test(name)) continue;
    for (const member of members) {
      const node = wrapped(member);
      const choice = parentOf(node);
      if (isEnvironment(member.object) && choice?.type === 'LogicalExpression' && choice.operator !== '&&' && choice.left === node) yield { name, node: choice.right };
    }
  }
  for (const scope of bindings.scopes.values()) {
    for (const { definitions } of scope.variables.values()) {
      for (const definition of definitions) {
        const name = definition.kind === 'value' ? definition.binding.path.at(-1) : undefined;
        if (definition.kind === 'value' && definition.binding.fallback && name !== undefined && NAME.test(name) && isEnvironment(definition.from)) yield { name, node: definition.binding.fallback };
      }
    }
  }
}

function isEnvironment(node: Expression): boolean {
  const member = asMember(node);
  const owner = member && unwrap(member.object);
  return member?.property.type === 'Identifier' && member.property.name === 'env' && (owner?.type === 'MetaProperty' || (owner?.type === 'Identifier' && /^(?:process|Bun)$/.test(owner.name)));
}

/** `JWT_SECRET: z.string().default('text')`, `JWT_SECRET: str({ default: 'text' })` */
function* defaultsIn({ bindings }: Module): Generator<Named> {
  for (const member of bindings.members.get('default') ?? []) {
    const call = parentOf(member);
    const name = isCall(call) && calleeOf(call) === member ? namedBy(call) : undefined;
    const [value] = isCall(call) ? argumentsOf(call) : [];
    if (name !== undefined && value && value.type !== 'SpreadElement') yield { name, node: value as Expression };
  }
  for (const object of bindings.nodes.get('ObjectExpression') ?? []) {
    const call = parentOf(object);
    const value = object.type === 'ObjectExpression' && isCall(call) && argumentsOf(call)[0] === object ? objectProperty(object, 'default') : undefined;
    const name = value && isCall(call) ? namedBy(call) : undefined;
    if (value && name !== undefined) yield { name, node: value.value };
  }
}

/** The variable that a chain of calls describes: the key of the property whose value it is. */
function namedBy(call: Call): string | undefined {
  let node: Node = call;
  for (let parent = parentOf(node); parent?.type === 'MemberExpression' || (isCall(parent) && calleeOf(parent) === node); parent = parentOf(node)) node = parent;
  const holder = parentOf(node);
  const name = holder?.type === 'Property' && holder.value === node ? keyName(holder.key, holder.computed) : undefined;
  return name !== undefined && NAME.test(name) ? name : undefined;
}
