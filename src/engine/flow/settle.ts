/** Small steps from one value to the next: awaiting, constructing, taking apart. */
import { typeField } from '../match/catalogue.js';
import type { Node } from '../syntax/ast.js';
import type { Analysis } from './analysis.js';
import { hungValue } from './hung.js';
import { elementOf, FOREIGN, type LibraryValue, UNKNOWN, type Value } from './value.js';

/** What `await` gives: a builder's rows, or the value itself. */
export function settled(value: Value): Value {
  return value.kind === 'library' && typeField(value.library, value.type, 'lazy') === 'await' ? rowsOf(value) : value;
}

/** What a builder gives once it is run. */
export function rowsOf(value: LibraryValue): Value {
  const rows = value.steps.reduce((shape, step) => step.member.step?.rows ?? step.member.query?.rows ?? shape, 'many');
  const row = typeField(value.library, value.type, 'row');
  if (row === undefined || rows === 'value' || rows === 'none') return FOREIGN;
  return { kind: 'library', library: value.library, type: row, model: value.model, steps: [], many: rows === 'many', certain: value.certain };
}

/** An instance of what a class value is. */
export function instanceValue(value: Value): Value {
  if (value.kind === 'class') return { kind: 'instance', of: value.node };
  if (value.kind === 'function') return { kind: 'instance', of: value.fn };
  if (value.kind === 'library') {
    const construct = typeField(value.library, value.type, 'construct');
    const type = typeField(value.library, value.type, 'model')?.instance ?? construct?.returns ?? construct?.constructs;
    return type === undefined ? value : { ...value, type, steps: [] };
  }
  if (value.kind === 'member' && value.member.constructs !== undefined)
    return { kind: 'library', library: value.library, type: value.member.constructs, steps: [], certain: value.certain };
  return value.kind === 'foreign' || value.kind === 'module' ? FOREIGN : UNKNOWN;
}

/**
 * One step of a destructuring path: a property, or an array position.
 * @param at where it is taken apart
 */
export function step(analysis: Analysis, value: Value, name: string, at: Node): Value {
  if (/^\d+$/.test(name)) {
    if (value.kind === 'array') {
      const element = value.elements[Number(name)];
      return element ? settled(analysis.valueOf(element)) : UNKNOWN;
    }
    // `const [row, created] = await findOrCreate(…)`
    if (name === '0' && value.kind === 'library' && !value.many && typeField(value.library, value.type, 'entity')) return value;
    if (value.kind === 'entry') return name === '1' ? value.value : FOREIGN;
    return elementOf(value);
  }
  if (name === '*') return UNKNOWN;
  const member = analysis.memberValue(value, name);
  return member.kind === 'unknown' ? hungValue(analysis, at, value, name) : member;
}
