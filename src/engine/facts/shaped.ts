/** Does something stand between a handler and its client that gives answers a shape of their own? */
import { textAt } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, calleeOf, enclosingClass, isCall, unwrap } from '../syntax/ast.js';
import { decoratorsOf, lastName, memberOfClass } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { isReshapedBefore, memberOfCall } from '../flow/invocation.js';
import { handlerAround } from './layers.js';
import { slotNodes } from './queries.js';

/** Is an answer shaped by a schema of its route, an interceptor, or a decorator of its handler? What cannot be read counts as one that shapes. */
export function isShaped(analysis: Analysis, node: Node): boolean {
  const handler = handlerAround(analysis, node);
  if (!handler) return false;
  const { call } = handler.registration;
  if (call && (hasAnswerSchema(analysis, call) || isReshapedBefore(analysis, call))) return true;
  const member = memberOfClass(handler.fn);
  const owner = enclosingClass(handler.fn);
  return [...(member ? decoratorsOf(member) : []), ...(owner ? decoratorsOf(owner) : [])].some((decorator) => shapes(analysis, decorator.expression));
}

function hasAnswerSchema(analysis: Analysis, call: Call): boolean {
  return (memberOfCall(analysis, call)?.member.route?.answers ?? []).some((slot) => {
    if (slotNodes(analysis, call, slot).length > 0) return true;
    // `{ schema: userSchema }`: an object from elsewhere may well have one.
    for (let end = slot.length - 1; end > 0; end--) {
      const [around] = slotNodes(analysis, call, slot.slice(0, end) as [number, ...string[]]);
      if (!around) continue;
      const value = analysis.valueOf(around as Expression);
      if (value.kind === 'object') return value.node.properties.some((each) => each.type === 'SpreadElement' || lastName(each.key) === slot[end]);
      return value.kind !== 'function';
    }
    return false;
  });
}

/** `@Serialize(UserDto)`, `@UseInterceptors(ShapeInterceptor)`: by what it is given, or by its name. */
function shapes(analysis: Analysis, expression: Expression): boolean {
  const inner = unwrap(expression);
  const name = String(lastName(isCall(inner) ? calleeOf(inner) : inner));
  // What only documents an answer does not shape it.
  if (/^Api[A-Z]/.test(name)) return false;
  return /interceptor/i.test(name) && isCall(inner) ? argumentsOf(inner).some((each) => isShapingInterceptor(analysis, unwrap(each as Expression))) : SHAPING.test(name);
}

const SHAPING = /seriali[sz]|transform|expose|exclude|dto$|mapp|omit|pick|sanit|shape|responsemodel|responsetype/i;

function isShapingInterceptor(analysis: Analysis, node: Expression): boolean {
  const target = isCall(node) ? calleeOf(node) : node;
  const value = analysis.valueOf(target);
  const own = value.kind === 'class' ? value.node : value.kind === 'function' ? value.fn : undefined;
  if (own) return /\bmap\s*\(/.test(textAt(own));
  return value.kind === 'unknown' || (value.kind === 'foreign' && SHAPING.test(String(lastName(target))));
}
