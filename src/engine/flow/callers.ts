/** Who calls a function: in its own file, and in the files that import it. */
import { referencesOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, asMember, calleeOf, enclosingClass, isCall, isClass, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { functionName, propertyName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';

export type CallSite =
  /** The function is called here. */
  | { readonly kind: 'call'; readonly call: Call; readonly node: Node }
  /** The function itself is an argument here: a callback, a handler. */
  | { readonly kind: 'passed'; readonly call: Call; readonly at: number; readonly node: Node }
  /** The function is mentioned in some other way: put into a list, an object, a variable. */
  | { readonly kind: 'mentioned'; readonly node: Node };

/** More callers than this say no more than these do. */
const MOST = 60;

export function findCallSites(analysis: Analysis, fn: FunctionNode): readonly CallSite[] {
  const name = functionName(fn);
  const sites: CallSite[] = [];
  const own = moduleOf(fn);
  const inline = parentOf(wrapped(fn));
  if (inline && isCall(inline)) {
    // An IIFE, or a callback written in place.
    const at = calleeOf(inline) === fn ? -1 : callArguments(inline).findIndex((argument) => unwrap(argument as Expression) === fn);
    sites.push(at < 0 ? { kind: 'call', call: inline, node: fn } : { kind: 'passed', call: inline, at, node: fn });
  }
  collect(analysis, own, fn, name, sites);
  if (isExported(own, fn)) for (const importer of analysis.importersOf(fn, name === 'default' ? undefined : name)) {
    if (sites.length >= MOST) break;
    if (name === undefined || name === 'default' || importer.text.includes(name) || importsDefault(own, fn)) collect(analysis, importer, fn, name, sites);
  }
  return sites;
}

function collect(analysis: Analysis, module: Module, fn: FunctionNode, name: string | undefined, sites: CallSite[]): void {
  const candidates: Node[] = [];
  if (name !== undefined) candidates.push(...(module.bindings.members.get(name) ?? []));
  const top = module.bindings.scopes.get(module.program);
  for (const scope of module === moduleOf(fn) ? module.bindings.scopes.values() : top ? [top] : []) {
    for (const variable of scope.variables.values()) {
      const first = variable.definitions[0];
      if (!first || first.kind === 'parameter' || first.kind === 'caught' || first.kind === 'element' || first.kind === 'type' || first.kind === 'enum') continue;
      if (first.kind === 'function' ? first.node !== fn : first.kind === 'class') continue;
      if (module === moduleOf(fn) && first.kind === 'value' && variable.name !== name && first.binding.path.length === 0) continue;
      if (module !== moduleOf(fn) && first.kind === 'value' && !/\brequire\b|\bimport\b/.test(module.text.slice(first.from.start, first.from.end))) continue;
      const value = analysis.variableValue(module, variable);
      if (value.kind === 'function' ? value.fn === fn : value.kind === 'module' && isWhole(analysis, value.module, fn)) candidates.push(...referencesOf(module.bindings, variable));
    }
  }
  for (const candidate of candidates) {
    if (sites.length >= MOST) return;
    if (candidate.type === 'MemberExpression') {
      const value = analysis.valueOf(candidate);
      if (value.kind !== 'function' || value.fn !== fn) continue;
    }
    const site = siteOf(candidate);
    if (site) sites.push(site);
  }
}

function isWhole(analysis: Analysis, module: Module, fn: FunctionNode): boolean {
  if (module !== moduleOf(fn)) return false;
  const whole = analysis.exportValue(module, 'default');
  return whole.kind === 'function' && whole.fn === fn;
}

/** How a mention of a function uses it; `x.bind(y)` is a mention of `x`. */
function siteOf(mention: Node): CallSite | undefined {
  let node = wrapped(mention);
  let holder = parentOf(node);
  const member = holder?.type === 'MemberExpression' && unwrap(holder.object) === unwrap(node as Expression) ? asMember(holder) : undefined;
  if (member && holder) {
    const method = propertyName(member);
    const call = parentOf(wrapped(holder));
    if (method !== 'bind' || !isCall(call)) return { kind: 'mentioned', node: mention };
    node = wrapped(call);
    holder = parentOf(node);
  }
  if (!holder || holder.type === 'ExportSpecifier' || holder.type === 'ExportDefaultDeclaration') return undefined;
  if (!isCall(holder)) return { kind: 'mentioned', node: mention };
  if (calleeOf(holder) === unwrap(node as Expression)) return { kind: 'call', call: holder, node: mention };
  const at = callArguments(holder).indexOf(node);
  return at < 0 ? undefined : { kind: 'passed', call: holder, at, node };
}

function callArguments(call: Call): readonly Node[] {
  return call.type === 'TaggedTemplateExpression' ? call.quasi.expressions : call.arguments;
}

/** Can another file get at this function? Methods of exported classes can be, whatever the class's own name. */
function isExported(module: Module, fn: FunctionNode): boolean {
  const { exports } = module;
  return exports.named.size > 0 || exports.whole !== undefined || exports.dynamic || isClass(enclosingClass(fn));
}

function importsDefault(module: Module, fn: FunctionNode): boolean {
  const exported = module.exports.named.get('default');
  return module.exports.whole !== undefined || (exported?.kind === 'local' && exported.node.start <= fn.start && exported.node.end >= fn.end) || exported?.kind === 'name';
}
