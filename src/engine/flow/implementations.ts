/** Interface or abstract class → the app's classes that fulfil it: where injection hides which one is meant. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type ClassNode, type Node, isClass, isFunction } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import type { Value } from './value.js';

export type Contract = ClassNode | Extract<Node, { type: 'TSInterfaceDeclaration' }>;

/** With more classes than this behind it, a call through an interface says nothing about any of them. */
const MOST = 2;
/** Stand-ins that no production code runs. */
const STAND_IN = /fake|mock|stub|dummy|noop|in-?memory|(?:^|[a-z])Null(?=[A-Z])|^Null|^Test|Test$/i;

/**
 * The classes that implement an interface or extend an abstract class, stand-ins for tests left out: in its own file, and in those that
 * import it. `[]` where there are none, or more than two.
 */
export function implementationsOf(analysis: Analysis, contract: Contract): readonly ClassNode[] {
  return analysis.once('implementations', contract, [], () => {
    const name = contract.id?.name;
    if (name === undefined) return [];
    const modules = new Set([moduleOf(contract), ...analysis.importersOf(contract, { name, anyOf: isClass(contract) ? undefined : ['implements'] })]);
    const found = new Set<ClassNode>();
    for (const module of modules) {
      for (const node of classesFor(analysis, module, contract, name)) found.add(node);
      if (found.size > MOST) return [];
    }
    return [...found];
  });
}

/** What the classes behind an interface or an abstract class have under a name. `undefined` where no class is in sight. */
export function implementedMember(analysis: Analysis, contract: Contract, name: string): Value | undefined {
  for (const node of implementationsOf(analysis, contract)) {
    const value = analysis.memberValue({ kind: 'instance', of: node }, name);
    if (value.kind !== 'unknown' && value.kind !== 'foreign') return value;
  }
  return undefined;
}

/** The interfaces that a class implements and the abstract classes that it extends, each by its declaration. */
export function contractsOf(analysis: Analysis, node: ClassNode): Contract[] {
  const contracts: Contract[] = [];
  for (const clause of node.implements ?? []) {
    const value = analysis.typeValue(clause);
    if (value.kind === 'foreign' && value.declared?.type === 'TSInterfaceDeclaration') contracts.push(value.declared);
    else if (value.kind === 'instance' && isClass(value.of)) contracts.push(value.of);
  }
  const base = node.superClass ? analysis.valueOf(node.superClass) : undefined;
  if (base?.kind === 'class' && (base.node.abstract || base.node.body.body.some((member) => member.type === 'MethodDefinition' && isLeftOpen(member.value)))) contracts.push(base.node);
  return contracts;
}

/** `save() { throw new Error('A subclass says how.'); }`: abstract, without the word. */
export function isLeftOpen(fn: Node): boolean {
  const body = isFunction(fn) ? fn.body : undefined;
  return body?.type === 'BlockStatement' && body.body.length === 1 && body.body[0]?.type === 'ThrowStatement';
}

function classesFor(analysis: Analysis, module: Module, contract: Contract, name: string): ClassNode[] {
  return module.bindings.classes.filter((node) => {
    if (node === contract || node.abstract || (node.id && STAND_IN.test(node.id.name))) return false;
    // By name first: most classes of a file that imports an interface have nothing to do with it.
    const mentioned = [...(node.implements ?? []).map(({ expression }) => expression), ...(node.superClass ? [node.superClass] : [])];
    return mentioned.some((each) => lastName(each) === name) && contractsOf(analysis, node).includes(contract);
  });
}
