/** Does something stand between a handler and its client that gives answers a shape of their own? */
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, enclosingClass, isCall, unwrap } from '../syntax/ast.js';
import { decoratorsOf, lastName, memberOfClass } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { handlerAround } from './layers.js';
import { slotNodes } from './queries.js';

/** Is an answer shaped by a schema of its route, an interceptor, or a decorator of its handler? What cannot be read counts as one that shapes. */
export function isShaped(analysis: Analysis, node: Node): boolean {
  const handler = handlerAround(analysis, node);
  if (!handler) return false;
  const { call } = handler.registration;
  if (call && (hasAnswerSchema(analysis, call) || isReshapedBefore(analysis, calleeOf(call)))) return true;
  const member = memberOfClass(handler.fn);
  const owner = enclosingClass(handler.fn);
  return [...(member ? decoratorsOf(member) : []), ...(owner ? decoratorsOf(owner) : [])].some((decorator) => shapes(analysis, decorator.expression));
}

function hasAnswerSchema(analysis: Analysis, call: Call): boolean {
  return (memberOfCall(analysis, call)?.member.route?.answers ?? []).some((slot) => {
    if (slotNodes(analysis, call, slot).length > 0) return true;
    // `{ schema: userSchema }`: an object from elsewhere may well have one.
    for (let end = slot.length - 1; end > 0; end--) {
      const [position, ...path] = slot.slice(0, end) as [number, ...string[]];
      const around = path.length === 0 ? argumentsOf(call)[position] : (slotValue(call, [position, ...path]) ?? slotNodes(analysis, call, [position, ...path])[0]);
      if (!around) continue;
      const inner = around.type === 'SpreadElement' ? undefined : unwrap(around as Expression);
      const value = inner && analysis.valueOf(inner);
      const object = value?.kind === 'object' ? value.node : undefined;
      if (value?.kind === 'function') return false;
      return !object || object.properties.some((each) => each.type === 'SpreadElement' || lastName(each.key) === slot[end]);
    }
    return false;
  });
}

/** `procedure.output(schema).query(handler)` */
function isReshapedBefore(analysis: Analysis, callee: Expression): boolean {
  for (let object = asMember(callee)?.object; object; ) {
    const inner = unwrap(object);
    if (!isCall(inner)) return false;
    if (memberOfCall(analysis, inner)?.member.reshapes) return true;
    object = asMember(calleeOf(inner))?.object;
  }
  return false;
}

/** `@Serialize(UserDto)`, `@UseInterceptors(ShapeInterceptor)`: by what it is given, or by its name. */
function shapes(analysis: Analysis, expression: Expression): boolean {
  const inner = unwrap(expression);
  const name = lastName(isCall(inner) ? calleeOf(inner) : inner) ?? '';
  // What only documents an answer does not shape it.
  if (/^Api[A-Z]/.test(name)) return false;
  const given = isCall(inner) ? argumentsOf(inner).filter((argument) => argument.type !== 'SpreadElement').map((argument) => unwrap(argument as Expression)) : [];
  if (/interceptor/i.test(name)) return given.some((each) => isShapingInterceptor(analysis, each));
  return SHAPING.test(name);
}

const SHAPING = /seriali[sz]|transform|expose|exclude|dto$|mapp|omit|pick|sanit|shape|responsemodel|responsetype/i;

function isShapingInterceptor(analysis: Analysis, node: Expression): boolean {
  const target = isCall(node) ? calleeOf(node) : node;
  const value = analysis.valueOf(target);
  const owner = value.kind === 'class' ? value.node : undefined;
  if (owner) return /\bmap\s*\(/.test(moduleOf(owner).text.slice(owner.start, owner.end));
  if (value.kind === 'function') return /\bmap\s*\(/.test(moduleOf(value.fn).text.slice(value.fn.start, value.fn.end));
  return value.kind !== 'member' && value.kind !== 'library' && (SHAPING.test(lastName(target) ?? '') || value.kind === 'unknown');
}
