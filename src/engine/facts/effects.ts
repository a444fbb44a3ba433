/** What code brings about outside of the database while a transaction is open, where no rollback takes it back. */
import type { Effect } from '#catalog';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, wrapped } from '../syntax/ast.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import type { Need } from '../flow/given.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { isOnFailure } from '../flow/loops.js';
import { callsOf, handedOn, homeOf, isGiven, needsOf, runsEachTime, runsOf } from './reach.js';
import { isDecorated, type Transaction, transactionAt } from './transactions.js';

/** A call that brings something about outside of the database. */
export interface EffectCall {
  readonly call: Call;
  readonly effect: Effect;
}

/** The calls of a module that do. Empty for libraries that nobody described. */
export function effectsOf(analysis: Analysis, module: Module): readonly EffectCall[] {
  return analysis.once<readonly EffectCall[]>('effects', module, [], () =>
    libraryCallsOf(analysis, module).flatMap((call) => {
      const effect = effectOf(analysis, call);
      return effect ? [{ call, effect }] : [];
    }),
  );
}

function effectOf(analysis: Analysis, call: Call): Effect | undefined {
  const callee = memberOfCall(analysis, call);
  if (!callee?.certain) return undefined;
  const { member } = callee;
  // A command is only made here.
  if (member.constructs !== undefined) return undefined;
  const sent = member.runs && slotValue(call, member.runs);
  const command = sent ? analysis.valueOf(sent as Expression) : undefined;
  return command?.kind === 'library' ? command.steps.find((step) => step.member.effect)?.member.effect : member.effect;
}

/** An effect that calling a function has. */
interface ReachedEffect extends EffectCall {
  readonly through: readonly FunctionNode[];
  readonly needs: readonly Need[];
  readonly conditions: number;
}

/** Something that is brought about before a transaction is committed. */
export interface EarlyEffect extends EffectCall {
  readonly node: Node;
  /** The transaction; `undefined` where a decorator opens it. */
  readonly transaction: Transaction | undefined;
  /** The call of a function that does it, where that is what stands in the transaction. */
  readonly helper?: Call;
}

/** What a module brings about in transactions, itself or by functions that it calls there. */
export function earlyEffectsOf(analysis: Analysis, module: Module): EarlyEffect[] {
  const found: EarlyEffect[] = [];
  for (const each of effectsOf(analysis, module)) {
    const around = transactionAround(analysis, each.call);
    if (around) found.push({ ...each, node: each.call, transaction: around.transaction });
  }
  for (const { node, fn } of callsOf(analysis, module)) {
    const around = transactionAround(analysis, node);
    const reached = around && reachedEffects(analysis, fn).find((each) => isGiven(each, node));
    if (around && reached) found.push({ call: reached.call, effect: reached.effect, node: wrapped(node), transaction: around.transaction, helper: node });
  }
  return found;
}

/** The transaction that a node runs in while all goes well. */
function transactionAround(analysis: Analysis, node: Node): { readonly transaction: Transaction | undefined } | undefined {
  const transaction = transactionAt(analysis, node);
  if (transaction) return transaction.blind || isOnFailure(node, transaction.fn) ? undefined : { transaction };
  const home = homeOf(analysis, node);
  return home && isDecorated(analysis, home) && !isOnFailure(node, home) ? { transaction: undefined } : undefined;
}

/** Functions between a call and what is brought about. */
const DEEPEST = 5;

/** What calling a function brings about; what it does in a transaction of its own is told there. Events within the process are left out: most of a helper's are of no weight, such as a measurement. */
function reachedEffects(analysis: Analysis, fn: FunctionNode): readonly ReachedEffect[] {
  return analysis.once<readonly ReachedEffect[]>('reachedEffects', fn, [], () => {
    const found: ReachedEffect[] = [];
    if (isDecorated(analysis, fn)) return found;
    for (const { call, effect } of effectsOf(analysis, moduleOf(fn))) {
      if (effect === 'event' || !runsEachTime(analysis, fn, call) || transactionAt(analysis, call)) continue;
      found.push({ call, effect, through: [fn], needs: needsOf(fn, call), conditions: conditionsAt(call).length });
    }
    for (const call of runsOf(analysis, fn).calls) {
      if (transactionAt(analysis, call.node)) continue;
      for (const reached of reachedEffects(analysis, call.fn)) {
        if (reached.through.length >= DEEPEST || !isGiven(reached, call.node)) continue;
        found.push({ ...reached, through: [fn, ...reached.through], needs: [...needsOf(fn, call.node), ...handedOn(fn, reached, call.node)], conditions: conditionsAt(call.node).length + reached.conditions });
      }
    }
    const sorted = found.sort((a, b) => a.needs.length - b.needs.length || a.conditions - b.conditions || a.through.length - b.through.length);
    return sorted.slice(0, sorted[0]?.needs.length === 0 ? 1 : 3);
  });
}
