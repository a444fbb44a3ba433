/** Names and static values read off syntax alone. */
import { type Decorator, type Expression, type FunctionNode, type MethodDefinition, type Node, type ObjectExpression, type ObjectProperty, type PropertyDefinition, parentOf, unwrap, wrapped } from './ast.js';

/** The name of a property key; `undefined` where it is computed from something that is not a string. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return staticString(key) ?? (key.type === 'Literal' && typeof key.value === 'number' ? String(key.value) : undefined);
}

/** `a.b` → `b`, `a['b']` → `b`; `undefined` for `a[x]`. */
export function propertyName(member: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  return keyName(member.property, member.computed);
}

/** A longer text is data, and no name, statement or address. Much of it is searched, which costs more than twice as much where it is twice as long. */
const LONGEST_TEXT = 10_000;

/** The text of a string literal or a template with no interpolation; `undefined` where it is longer than any that means something. */
export function staticString(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node as Expression);
  return shortText(inner.type === 'Literal' && typeof inner.value === 'string' ? inner.value : inner.type === 'TemplateLiteral' && inner.expressions.length === 0 ? inner.quasis[0]?.value.cooked : undefined);
}

function shortText(text: string | null | undefined): string | undefined {
  return text != null && text.length <= LONGEST_TEXT ? text : undefined;
}

/** All the fixed text of a string, template or concatenation, with `?` where a value goes in; `undefined` for anything else. */
export function textOf(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node as Expression);
  if (inner.type === 'TemplateLiteral') return shortText(inner.quasis.map((part) => part.value.raw).join('?'));
  if (inner.type === 'TaggedTemplateExpression') return textOf(inner.quasi);
  if (inner.type === 'BinaryExpression' && inner.operator === '+') {
    const left = textOf(inner.left);
    const right = textOf(inner.right);
    return left === undefined && right === undefined ? undefined : shortText(`${left ?? '?'}${right ?? '?'}`);
  }
  return staticString(inner);
}

/** The last name of a callee or receiver: `a.b.c` → `c`, `a` → `a`, `this.x` → `x`, `f().g` → `g`, `(0, a.b)` → `b`. */
export function lastName(node: Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node as Expression);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression') return propertyName(inner);
  if (inner.type === 'ThisExpression') return 'this';
  // What a compiler makes of a call of something imported, so that it gets no `this`.
  return inner.type === 'SequenceExpression' ? lastName(inner.expressions.at(-1)) : undefined;
}

/** What a developer would call this function: its own name, or that of the variable, property or method that holds it. */
export function functionName(fn: FunctionNode): string | undefined {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const holder = parentOf(wrapped(fn));
  if (!holder) return undefined;
  if (holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name;
  if (holder.type === 'MethodDefinition' || holder.type === 'Property' || holder.type === 'PropertyDefinition') return keyName(holder.key, holder.computed);
  if (holder.type === 'AssignmentExpression') return lastName(holder.left);
  if (holder.type === 'CallExpression') {
    const around = parentOf(wrapped(holder));
    if (around?.type === 'VariableDeclarator' && around.id.type === 'Identifier') return around.id.name;
    if (around?.type === 'AssignmentExpression') return lastName(around.left);
    if (around?.type === 'Property' || around?.type === 'PropertyDefinition') return keyName(around.key, around.computed);
  }
  return undefined;
}

/** The plain identifiers of a parameter or pattern, with the path of property names that leads to each. */
export interface Binding {
  readonly identifier: Extract<Node, { type: 'Identifier' }>;
  /** Property names from the matched value down to this binding; `[]` elements are array positions. */
  readonly path: readonly string[];
  /** `{ a = 1 }`: the default of the innermost binding. */
  readonly fallback?: Expression;
  /** `...rest`: everything of the value but what the pattern names. */
  readonly rest?: boolean;
}

/** Every binding of a pattern. */
export function bindingsOf(pattern: Node, path: readonly string[] = [], fallback?: Expression): Binding[] {
  switch (pattern.type) {
    case 'Identifier':
      return [{ identifier: pattern, path, ...(fallback && { fallback }) }];
    case 'AssignmentPattern':
      return bindingsOf(pattern.left, path, pattern.right);
    case 'RestElement':
      return bindingsOf(pattern.argument, path).map((binding) => ({ ...binding, rest: true }));
    case 'TSParameterProperty':
      return bindingsOf(pattern.parameter, path);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element, index) => (element ? bindingsOf(element, [...path, String(index)]) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        property.type === 'RestElement'
          ? bindingsOf(property, path)
          : bindingsOf(property.value, [...path, keyName(property.key, property.computed) ?? '*']),
      );
    default:
      return [];
  }
}

/** The parameters of a function as patterns, TypeScript's `this` parameter left out. */
export function parametersOf(fn: FunctionNode): Node[] {
  return fn.params.filter((parameter) => !(parameter.type === 'Identifier' && parameter.name === 'this'));
}

/** A parameter without default, rest and accessibility. */
export function parameterPattern(parameter: Node): Node {
  if (parameter.type === 'TSParameterProperty') return parameterPattern(parameter.parameter);
  if (parameter.type === 'AssignmentPattern') return parameterPattern(parameter.left);
  if (parameter.type === 'RestElement') return parameterPattern(parameter.argument);
  return parameter;
}

/** The name of a function's parameter at a position; `undefined` for a pattern or where there is none. */
export function parameterName(fn: FunctionNode, index: number): string | undefined {
  const parameter = parametersOf(fn)[index];
  if (!parameter) return undefined;
  const pattern = parameterPattern(parameter);
  return pattern.type === 'Identifier' ? pattern.name : undefined;
}

/** The method definition or property whose value a function is, if it is one. */
export function memberOfClass(fn: FunctionNode): MethodDefinition | PropertyDefinition | undefined {
  const holder = parentOf(wrapped(fn));
  return holder?.type === 'MethodDefinition' || holder?.type === 'PropertyDefinition' ? holder : undefined;
}

/** The decorators of a class, member or parameter; none in trees of parsers that do not know them. */
export function decoratorsOf(node: Node): readonly Decorator[] {
  return ('decorators' in node ? node.decorators : undefined) ?? [];
}

/** The property of an object literal by name; the last one wins, as in JavaScript. */
export function objectProperty(object: ObjectExpression, name: string): ObjectProperty | undefined {
  return object.properties.findLast((property): property is ObjectProperty => property.type === 'Property' && keyName(property.key, property.computed) === name);
}

/** Does a text have a name in it, which is no part of a longer one? With `isOwn`, one that is no property of something either. */
export function hasName(text: string, name: string, isOwn = false): boolean {
  for (let at = name === '' ? -1 : text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? '';
    if (!/[\w$]/.test(before) && !(isOwn && before === '.') && !/[\w$]/.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}

/** Does a text fit a pattern in which each `*` stands for anything? Cost: the text is read once. */
export function fits(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/** `null` or `undefined`, written in place. */
export function isNullish(node: Node): boolean {
  return (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'Literal' && node.value === null && node.raw === 'null');
}
