/** Values that a client chooses in the text of a query. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentAt, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import type { Origin } from '../flow/trace.js';
import { interpolated, originsInText, type RawText, rawTextsOf, textParameters } from './rawText.js';
import { callsOf } from './reach.js';
import { isHeld } from './safeText.js';

export interface Injection {
  /** `value`: put into the text; `name`: stands where a column or table is named; `statement`: is the text. */
  readonly kind: 'value' | 'name' | 'statement';
  /** The expression that is put in. */
  readonly node: Node;
  /** The client's value as the code calls it. */
  readonly value: string;
  readonly text: RawText;
}

/** The client's values in texts that a database runs, each where this module puts it in or hands it over. */
export function injectionsOf(analysis: Analysis, module: Module): Injection[] {
  const found = new Map<string, Injection>();
  const add = (injection: Injection, site: Node): void => {
    const key = `${String(site.start)}:${injection.value}`;
    if (!found.has(key)) found.set(key, injection);
  };
  for (const text of rawTextsOf(analysis, module)) {
    for (const origin of originsInText(analysis, text.node, text.path)) {
      if (!isClients(analysis, origin) && !isHandedByAll(analysis, origin, text)) continue;
      add(injection(module, origin, text), text.node);
    }
  }
  for (const { node: call, fn } of callsOf(analysis, module)) {
    for (const parameter of textParameters(analysis, fn)) {
      const argument = parameter.whole ? undefined : argumentAt(call, parameter.index);
      if (!argument) continue;
      for (const origin of originsInText(analysis, argument.node, [...argument.path, ...parameter.path])) {
        if (!isClients(analysis, origin)) continue;
        // Where every caller hands such a value in, the fault is the callee's.
        if (interpolated(origin) === undefined && handed(analysis, parameter.root.fn, parameter.root.index, parameter.root.path) === 'client') continue;
        add(injection(module, origin, parameter.text, argument.node), argument.node);
      }
    }
  }
  return [...found.values()];
}

/** Is this a value that the client chooses, and nothing holds to a form before the code sees it? */
function isClients(analysis: Analysis, origin: Origin): boolean {
  const { kind, part } = origin;
  return kind === 'request' && part !== 'user' && part !== 'whole' && !isHeld(analysis, origin);
}

/** A parameter that is put into a text, which every caller in sight gives a value of the client's. */
function isHandedByAll(analysis: Analysis, origin: Origin, text: RawText): boolean {
  if (origin.kind !== 'parameter' || !origin.parameter || (!text.piece && interpolated(origin) === undefined)) return false;
  return handed(analysis, origin.parameter.fn, origin.parameter.index, origin.path) === 'client';
}

/** What the callers in sight hand in: a value of the client's (all of them), something else (any of them), or nobody is seen to call. */
function handed(analysis: Analysis, fn: FunctionNode, index: number, path: readonly string[], depth = 0): 'client' | 'other' | 'unknown' {
  if (depth > 5) return 'unknown';
  const answers = analysis.callSites(fn).flatMap((site) => {
    const argument = site.kind === 'call' ? argumentAt(site.call, index) : undefined;
    if (!argument) return site.kind === 'call' ? ['other'] : [];
    const origins = originsInText(analysis, argument.node, [...argument.path, ...path]);
    // A caller that puts text together is itself at fault.
    if (origins.some((origin) => isClients(analysis, origin))) return origins.some((origin) => isClients(analysis, origin) && interpolated(origin) !== undefined) ? ['other'] : ['client'];
    const above = origins.flatMap((origin) => (origin.kind === 'parameter' && origin.parameter ? [handed(analysis, origin.parameter.fn, origin.parameter.index, origin.path, depth + 1)] : []));
    if (above.includes('client') && !above.includes('other')) return ['client'];
    return above.length > 0 && above.every((each) => each === 'unknown') ? [] : ['other'];
  });
  return answers.includes('other') ? 'other' : answers.length > 0 ? 'client' : 'unknown';
}

function injection(module: Module, origin: Origin, text: RawText, argument?: Node): Injection {
  const at = interpolated(origin);
  const own = (node: Node): boolean => moduleOf(node) === module;
  const put = at === undefined ? undefined : origin.hops.slice(at).find(own);
  const last = origin.hops.findLast(own);
  const node = put ?? (at === undefined ? (argument ?? text.node) : (last ?? text.node));
  const kind = at === undefined ? (text.piece || argument ? 'name' : 'statement') : namesSomething(origin.hops[at]!) ? 'name' : 'value';
  return { kind: text.language === 'JavaScript' && kind === 'name' ? 'value' : kind, node, value: nameOfValue(origin, node), text };
}

/** Does the text before an expression say that a column, a table or a direction comes next? */
function namesSomething(node: Node): boolean {
  const holder = parentOf(wrapped(node));
  let before = '';
  if (holder?.type === 'TemplateLiteral') {
    const at = holder.expressions.findIndex((each) => unwrap(each) === unwrap(node as Expression));
    before = holder.quasis.slice(0, at + 1).map((part) => part.value.raw).join('x');
  } else if (holder?.type === 'BinaryExpression' && holder.right === wrapped(node)) before = textOf(holder.left) ?? '';
  return /\b(?:order|group)\s+by\b[^()]*$|\b(?:from|into|update|join|table)\s+["'`[]?[\w.]*$/i.test(before);
}

function nameOfValue(origin: Origin, node: Node): string {
  const named = origin.path.findLast((name) => name !== '*');
  if (named !== undefined) return named;
  const inner = unwrap(node as Expression);
  return inner.type === 'Identifier' ? inner.name : origin.node.type === 'Identifier' ? origin.node.name : 'a value';
}
