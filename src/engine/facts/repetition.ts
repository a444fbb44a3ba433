/** What runs once per element of a collection, and what runs once when the process starts. */
import { moduleOf } from '../modules/parse.js';
import { type FunctionNode, type Node, enclosingFunction, isWithin } from '../syntax/ast.js';
import { parameterName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { isMemoised, type Loop, loopsAround, recursionOverList } from '../flow/loops.js';
import { memberOfCall } from '../flow/invocation.js';
import { handlerOf } from './layers.js';
import type { Query } from './queries.js';
import { homeOf } from './reach.js';

/** The loop over a collection that a node stands in, innermost first; `undefined` where it runs once, or its rows are kept. */
export function repetitionOf(analysis: Analysis, node: Node, query?: Query): Loop | undefined {
  if (isMemoised(node)) return undefined;
  const loops = loopsAround(analysis, node);
  const at = loops.findIndex((loop) => loop.kind === 'collection');
  const loop = loops[at];
  if (!loop) return recursion(analysis, node);
  if (query?.batched && loops.slice(0, at + 1).every((each) => each.concurrent)) return undefined;
  return isStartUp(analysis, node) ? undefined : loop;
}

function recursion(analysis: Analysis, node: Node): Loop | undefined {
  const fn = homeOf(analysis, node);
  const next = fn && recursionOverList(analysis, fn);
  if (!fn || !next || isWithin(node, next)) return undefined;
  return { kind: 'collection', node: next, element: parameterName(fn, 0), collection: undefined, concurrent: false };
}

/** Does a node run only while the process starts: at the top of a module, or in functions that only such code calls? */
export function isStartUp(analysis: Analysis, node: Node): boolean {
  const fn = enclosingFunction(node);
  return fn !== undefined && runsAtStart(analysis, fn);
}

function runsAtStart(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('startUp', fn, false, () => {
    if (handlerOf(analysis, fn)) return false;
    const sites = analysis.callSites(fn);
    return sites.length > 0 && sites.every((site) => {
      if (site.kind === 'passed') {
        const member = memberOfCall(analysis, site.call);
        if (member?.member.route ?? member?.member.callbacks?.some((callback) => callback.runs === 'later')) return false;
        if (/^(?:on|once|use|set(?:Interval|Timeout|Immediate)|schedule|process|add(?:Event)?Listener|register)$/.test(moduleOf(site.call).text.slice(site.call.start, site.call.end).split('(')[0]?.split('.').at(-1) ?? '')) return false;
      }
      const around = enclosingFunction(site.node);
      return around === undefined ? isPlainModule(site.node) : around === fn || runsAtStart(analysis, around);
    });
  });
}

/** A class field or decorator at the top of a module runs when instances are made, not at the start. */
function isPlainModule(node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent ?? undefined) if (current.type === 'ClassBody') return false;
  return true;
}
