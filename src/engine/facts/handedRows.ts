/** Rows that a file makes itself and has a function of the app write, which does not know what they are of: `users.create({ email, password })` of a base class for all models. */
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, argumentsOf, asMember, calleeOf, enclosingClass, isClass, isFunction, isWithin } from '../syntax/ast.js';
import { keyName, lastName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { modelOfType } from '../flow/types.js';
import type { Model } from '../flow/value.js';
import { originsOfField } from './bodies.js';
import { definitionHashes, hashes } from './hashing.js';
import { untilHashed } from './passwordValues.js';
import { callsOf } from './reach.js';
import { type Write, writesOf } from './writes.js';

/** A parameter of a function that becomes a row, whole. */
export interface TakenRow {
  readonly index: number;
  /** What writes it, to a model that is not in sight there. */
  readonly write: Write;
}

/** Which of its parameters a function writes as rows of whatever model, their passwords as they came, also through functions that it calls; empty where nothing of the kind is known. */
export function rowsTaken(analysis: Analysis, fn: FunctionNode): readonly TakenRow[] {
  if (fn.params.length === 0) return [];
  return analysis.once<readonly TakenRow[]>('rowsTaken', fn, [], () => {
    const module = moduleOf(fn);
    const own = writesOf(analysis, module).flatMap((write) => (!isOfAnyModel(analysis, write) ? [] : write.data.flatMap((data) => (isWithin(data, fn) ? wholeParameters(analysis, data, fn).map((index) => ({ index, write })) : []))));
    const further = callsOf(analysis, module, fn).flatMap((call) => (call.fn === fn ? [] : rowsTaken(analysis, call.fn)).flatMap(({ index, write }) => {
      const argument = argumentsOf(call.node)[index];
      return argument && argument.type !== 'SpreadElement' ? wholeParameters(analysis, argument as Expression, fn).map((each) => ({ index: each, write })) : [];
    }));
    return [...own, ...further];
  });
}

/** Is the model or table of a write not in sight: none, or one that a variable names (`db(table).insert(row)`)? */
function isOfAnyModel(analysis: Analysis, { model, query }: Write): boolean {
  if (!model || !query) return !model;
  return !model.class && !model.defined && query.steps.some(({ member, call }) => {
    const node = typeof member.names === 'object' ? slotValue(call, member.names) : undefined;
    return node !== undefined && staticString(node) === undefined && analysis.valueOf(node as Expression).kind !== 'literal';
  });
}

/** The parameters of a function whose password, or that of whose elements, is the one of a row. */
function wholeParameters(analysis: Analysis, row: Expression, fn: FunctionNode): number[] {
  return originsOfField(analysis, row, ['password'], untilHashed(analysis, false)).flatMap((origin) => {
    const isWhole = origin.kind === 'parameter' && origin.path.filter((name) => name !== '*').length === 1 && origin.path.at(-1) === 'password';
    return isWhole && origin.parameter?.fn === fn ? [origin.parameter.index] : [];
  });
}

/** Whose rows a call writes: the model that the class it is made on is of (`class Users extends Store<User>`), or the name of what it is made on. */
export function ownerOfCall(analysis: Analysis, call: Call): { readonly name: string; readonly model: Model | undefined } {
  const callee = calleeOf(call);
  const receiver = asMember(callee)?.object;
  const model = receiver && classesOf(analysis, receiver).map((node) => modelOfClassAbove(analysis, node)).find((each) => each !== undefined);
  return { name: model?.name ?? (receiver?.type === 'ThisExpression' ? undefined : receiver && lastName(receiver)) ?? lastName(callee) ?? '', model };
}

/** Is nothing known to hash a row on its way: no hook of its model, no method that a class puts in place of what the function calls? Where the library has hooks, and nobody can see the model, that is not known. */
export function isStoredAsItComes(analysis: Analysis, call: Call, fn: FunctionNode, { query, filled }: Write): boolean {
  const covers = query ? query.library.hookCovers : filled?.covers;
  const { model } = ownerOfCall(analysis, call);
  if (covers && !model?.class) return false;
  if (model?.class && definitionHashes(analysis, model.class, query?.method ?? filled?.saved ?? 'save', covers)) return false;
  const base = enclosingClass(fn);
  const receiver = asMember(calleeOf(call))?.object;
  return !base || !receiver || !classesOf(analysis, receiver).some((node) => node !== base && overridesByHashing(analysis, node, base));
}

/** The class that an expression is an instance of, and those above it. */
function classesOf(analysis: Analysis, node: Expression): ClassNode[] {
  const found = new Set<ClassNode>();
  const value = analysis.valueOf(node);
  for (let at = value.kind === 'instance' && isClass(value.of) ? value.of : undefined; at && !found.has(at); ) {
    found.add(at);
    const above = at.superClass ? analysis.valueOf(at.superClass) : undefined;
    at = above?.kind === 'class' ? above.node : undefined;
  }
  return [...found];
}

/** The class among those that a base class is given by its types: `User` of `extends Store<User, UserDto>`; else the first that has a name. */
function modelOfClassAbove(analysis: Analysis, { superTypeArguments }: ClassNode): Model | undefined {
  const given = (superTypeArguments?.params ?? []).flatMap((argument) => modelOfType(analysis, argument) ?? []);
  return given.find((model) => model.class) ?? given[0];
}

/** Does a class hash in a method that it puts in place of one of a class above? */
function overridesByHashing(analysis: Analysis, node: ClassNode, base: ClassNode): boolean {
  const names = new Set(methodsOf(base).map(([name]) => name));
  return methodsOf(node).some(([name, fn]) => names.has(name) && hashes(analysis, fn));
}

function methodsOf(node: ClassNode): [name: string, fn: FunctionNode][] {
  return node.body.body.flatMap((member): [string, FunctionNode][] => {
    const name = member.type === 'MethodDefinition' ? keyName(member.key, member.computed) : undefined;
    return member.type === 'MethodDefinition' && name !== undefined && isFunction(member.value) ? [[name, member.value]] : [];
  });
}
