/** Checks that ask for a permission in another form than it is declared in, so that they never pass. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, inside, isCall, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, lastName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunctions } from '../flow/invocation.js';
import { originsOf } from '../flow/trace.js';
import { OWN_SETTINGS, SETTINGS } from './credentials.js';
import { type Form, type Permission, coversText, declaredPermissions, formOf, haveSameWords, isAction, orderOf, separatorOf } from './permissions.js';

export interface PermissionFault {
  readonly node: Node;
  /** `order`: the words stand in another order; `separator`: something else stands between them. */
  readonly kind: 'order' | 'separator';
  /** What is checked, as it is written. */
  readonly checked: string;
  /** A permission that shows the declared form; for a fixed text, the one that is meant. */
  readonly declared: Permission;
  readonly edit?: { readonly start: number; readonly end: number; readonly text: string } | undefined;
}

/** The checks of a module that are written in another form than what they are held against. */
export function permissionFaultsOf(analysis: Analysis, module: Module): PermissionFault[] {
  return [...textFaults(analysis, module), ...builtFaults(analysis, module)];
}

const CHECKS = /(?:permission|privilege|scope|right|abilit|capabilit)\w*$|^(?:can|cannot|authori[sz]e|permit|allow|allowed|isAllowed|rbac|acl|enforce|requireAuth|auth|guard|protect)$/i;
/** Functions that hand permissions out. */
const GIVES = /^(?:add|grant|give|create|seed|define|register|set|revoke|remove|delete|update|insert|assign|save|load|get|find|describe|it|test|log|to)(?:[A-Z_]|$)/;
const ASKED_OF = /permission|privilege|rights|abilit|grant|scope|capabilit/i;
const LOOKS_UP = /^(?:includes|has|indexOf|contains|some|find|every)$/;

/** `can('read:users')` where `users:read` is declared. */
function textFaults(analysis: Analysis, module: Module): PermissionFault[] {
  const asked = askedTexts(analysis, module);
  const declared = asked.length > 0 ? declaredPermissions(analysis, module) : [];
  return asked.flatMap(({ node, text, form }): PermissionFault[] => {
    if (declared.some((each) => each.text === text || coversText(each.text, text))) return [];
    const meant = declared.find((each) => haveSameWords(formOf(each.text)!, form));
    if (!meant) return [];
    const isOrder = formOf(meant.text)?.words.join(' ') !== form.words.join(' ');
    return [{ node, kind: isOrder ? 'order' : 'separator', checked: text, declared: meant, edit: { start: node.start + 1, end: node.end - 1, text: meant.text } }];
  });
}

interface Asked {
  readonly node: Node;
  readonly text: string;
  readonly form: Form;
}

/** The fixed texts that a module's checks ask for. */
function askedTexts(analysis: Analysis, module: Module): Asked[] {
  return module.bindings.calls.flatMap((call) => {
    const callee = calleeOf(call);
    const name = String(lastName(callee));
    const isLookUp = LOOKS_UP.test(name) && ASKED_OF.test(String(lastName(asMember(callee)?.object)));
    const isCheck = isLookUp || (CHECKS.test(name) && !GIVES.test(name));
    const texts = argumentsOf(call).flatMap((argument) => listed(argument, isCheck)).flatMap((node) => {
      const text = staticString(node);
      const form = text === undefined ? undefined : formOf(text);
      return text !== undefined && form ? [{ node: unwrap(node as Expression), text, form }] : [];
    });
    return texts.length > 0 && !takesApart(analysis, call) ? texts : [];
  });
}

const REQUIRED = /^(?:required|needed|necessary)_?(?:permission|privilege|scope|right|abilit|capabilit)/i;

/** What an argument asks for: itself, or what it lists (`['a', 'b']`, `{ permissions: ['a'] }`). Of a call that is no check by its name, only `{ requiredPermissions: ['a'] }`. */
function listed(argument: Node, isCheck: boolean): Node[] {
  const inner = unwrap((argument.type === 'SpreadElement' ? argument.argument : argument) as Expression);
  if (inner.type === 'ObjectExpression') return inner.properties.flatMap((property) => (property.type === 'Property' && (isCheck ? ASKED_OF : REQUIRED).test(String(keyName(property.key, property.computed))) ? listed(property.value, true) : []));
  if (!isCheck) return [];
  return inner.type === 'ArrayExpression' ? inner.elements.flatMap((element) => (element ? [element] : [])) : [inner];
}

/** Does the function that is called take what it is given apart, or put it together anew? */
function takesApart(analysis: Analysis, call: Call): boolean {
  return calledFunctions(analysis, call).some((fn) =>
    inside(moduleOf(fn).bindings.calls, fn, (each) => each).some((each) => {
      const member = asMember(calleeOf(each));
      if (!member || !/^(?:split|replace|replaceAll|reverse|match|exec)$/.test(String(lastName(member)))) return false;
      return [member.object, ...argumentsOf(each)].some((node) => node.type !== 'SpreadElement' && originsOf(analysis, node as Expression, OWN_SETTINGS).some((origin) => origin.kind === 'parameter' && origin.parameter?.fn === fn));
    }),
  );
}

/** A part of a text that is put together: a word that is written out, or a value. */
type Part = string | Expression;

/** `` `${action}:${resource}` `` among permissions that are declared as `users:read`. */
function builtFaults(analysis: Analysis, module: Module): PermissionFault[] {
  const built = [...(module.bindings.nodes.get('TemplateLiteral') ?? []), ...(module.bindings.nodes.get('BinaryExpression') ?? [])];
  return built.flatMap((node): PermissionFault[] => {
    const parts = partsOf(node as Expression);
    const [first, second] = parts?.words ?? [];
    if (!parts || first === undefined || second === undefined || (typeof first === 'string' && typeof second === 'string')) return [];
    const declared = heldAgainst(analysis, module, node);
    const [sample] = declared;
    if (!sample) return [];
    const fault = { node, checked: module.text.slice(node.start, node.end), declared: sample };
    const order = orderOf(declared);
    if (order !== undefined && isReversed([sideOf(analysis, first), sideOf(analysis, second)], order)) return [{ ...fault, kind: 'order', edit: swapped(module, node, first, second) }];
    const separator = separatorOf(declared);
    return separator !== undefined && separator !== parts.separator ? [{ ...fault, kind: 'separator' }] : [];
  });
}

/** What a text is put together from, where one separator stands between all parts. */
function partsOf(node: Expression): { readonly separator: string; readonly words: readonly Part[] } | undefined {
  const pieces = piecesOf(node);
  const fixed = pieces.filter((piece) => typeof piece === 'string').join('');
  const separator = /[:./_-]/.exec(fixed)?.[0];
  if (separator === undefined || !/^[\w*:./-]*$/.test(fixed)) return undefined;
  // Each piece between two separators is one word or one value.
  const words: Part[] = [];
  let word: Part | undefined;
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (word !== undefined) return undefined;
      word = piece;
      continue;
    }
    for (const [index, text] of piece.split(separator).entries()) {
      if (index > 0) {
        if (word === undefined) return undefined;
        words.push(word);
        word = undefined;
      }
      if (text === '') continue;
      if (word !== undefined) return undefined;
      word = text;
    }
  }
  return word === undefined ? undefined : { separator, words: [...words, word] };
}

/** More than this is no permission. */
const MOST_PIECES = 9;

/** The fixed texts and the values of a template or a sum, in their order; none where there are many. */
function piecesOf(node: Expression): Part[] {
  if (node.type === 'TemplateLiteral') return node.quasis.flatMap((quasi, index) => [quasi.value.raw, ...(node.expressions[index] ? [node.expressions[index]] : [])]);
  const terms: Expression[] = [];
  let rest: Expression = node;
  for (; rest.type === 'BinaryExpression' && rest.operator === '+'; rest = unwrap(rest.left)) {
    if (terms.length === MOST_PIECES) return [];
    terms.unshift(unwrap(rest.right));
  }
  return terms.length === 0 ? [] : [rest, ...terms].map((term) => staticString(term) ?? term);
}

/** The permissions that a text is looked for among; `[]` where it is something else, or nobody can tell. */
function heldAgainst(analysis: Analysis, module: Module, node: Node): readonly Permission[] {
  for (const use of usesOf(node)) {
    const holder = parentOf(use);
    const call = isCall(holder) && calleeOf(holder) !== use ? holder : callbackAround(holder);
    if (!call) continue;
    const receiver = asMember(calleeOf(call))?.object;
    const name = String(lastName(calleeOf(call)));
    if (!LOOKS_UP.test(name) || !receiver) {
      if (CHECKS.test(name) && !GIVES.test(name) && !takesApart(analysis, call)) return declaredPermissions(analysis, module);
      continue;
    }
    const found = originsOf(analysis, receiver, SETTINGS, ['*']).flatMap((origin) => {
      const text = origin.kind === 'literal' && origin.path.length === 0 ? staticString(origin.node) : undefined;
      return text !== undefined && formOf(text) ? [{ text, node: origin.node }] : [];
    });
    if (found.length > 0) return found;
    if (ASKED_OF.test(String(lastName(receiver)))) return declaredPermissions(analysis, module);
  }
  return [];
}

/** `list.some((each) => each === built)` */
function callbackAround(comparison: Node | undefined): Call | undefined {
  if (comparison?.type !== 'BinaryExpression' || !/^===?$/.test(comparison.operator)) return undefined;
  const fn = parentOf(comparison);
  const holder = isFunction(fn) ? parentOf(fn) : undefined;
  return isCall(holder) ? holder : undefined;
}

/** The text itself, or the mentions of the variable that holds it. */
function usesOf(node: Node): Node[] {
  const whole = wrapped(node);
  const holder = parentOf(whole);
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [whole];
  const { bindings } = moduleOf(node);
  const variable = variableOf(bindings, holder.id);
  return variable ? referencesOf(bindings, variable).filter((reference) => !isWithin(reference, holder)).map(wrapped) : [];
}

const ACTIONS = /action|verb|operation|^op$|method|privilege|^access$|ability/i;
const RESOURCES = /resource|subject|entity|object|^model|module|feature|collection|domain|target|table|area/i;

/** What a part of a permission stands for: by its name, or by the words that it is in sight to be given. */
function sideOf(analysis: Analysis, part: Part): 'action' | 'resource' | undefined {
  if (typeof part === 'string') return isAction(part) ? 'action' : undefined;
  const name = String(lastName(part));
  if (ACTIONS.test(name) !== RESOURCES.test(name)) return ACTIONS.test(name) ? 'action' : 'resource';
  const texts = originsOf(analysis, part, SETTINGS).map((origin) => (origin.kind === 'literal' && origin.path.length === 0 ? staticString(origin.node) : undefined));
  return texts.length > 0 && texts.every(isAction) ? 'action' : undefined;
}

function isReversed([first, second]: readonly ('action' | 'resource' | undefined)[], order: 'action' | 'resource'): boolean {
  if (first === order || (second !== undefined && second !== order)) return false;
  return first !== undefined || second === order;
}

/** The two values in each other's place. */
function swapped({ text }: Module, node: Node, first: Part, second: Part): PermissionFault['edit'] {
  if (typeof first === 'string' || typeof second === 'string') return undefined;
  return { start: node.start, end: node.end, text: text.slice(node.start, first.start) + text.slice(second.start, second.end) + text.slice(first.end, second.start) + text.slice(first.start, first.end) + text.slice(second.end, node.end) };
}
