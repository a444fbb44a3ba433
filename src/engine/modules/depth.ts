/**
 * How deep the tree of a text may become, told from its tokens alone. The native parser runs out of stack where code is nested too deeply, and
 * takes the process along: nobody can catch that, so such a text must never reach it.
 */

/** What one more level asks of the parser's stack, as measured: the least an operator in a chain, the most a bracket with a function behind it. */
const CHAINED = 1;
const ELEMENT = 8;
const NESTED = 15;
const BRACKET = 30;
/** 250 brackets inside one another, 500 statements, or 7500 operators in a chain, which a stack of 1 MB has room for. Written and bundled code has a third at most. */
const DEEPEST = 7_500;

/** What stands inside one pair of brackets, as far as what follows may be nested in it. */
interface Level {
  /** The bracket is that of `if (…)` and the like: a statement follows it. */
  readonly isHead: boolean;
  /** The bracket is that of `${…}`. */
  readonly isInTemplate: boolean;
  /** They hold until a statement ends. */
  statements: number;
  /** They end with a comma as well. */
  expressions: number;
  /** Type arguments and elements end where they are closed. */
  types: number;
  elements: number;
}

/** What a word is to what stands around it; a word of no such kind is a value. */
interface WordKind {
  /** A statement in brackets follows (`if`). */
  readonly isHead?: boolean;
  /** It goes on with what came before, so that no statement begins with it. */
  readonly isInfix?: boolean;
  /** A statement begins, whatever came before. */
  readonly isLabel?: boolean;
  /** A statement begins that is no text of an element. */
  readonly isDeclaration?: boolean;
  /** A value may follow, so that a slash is no division. */
  readonly isBeforeValue?: boolean;
  readonly adds?: 'statements' | 'expressions';
  readonly cost?: number;
}

const VALUE: WordKind = {};
const words = new Map<string, WordKind>([
  ...['if', 'for', 'while', 'with'].map((word): [string, WordKind] => [word, { isHead: true, adds: 'statements', cost: NESTED }]),
  ...['switch', 'catch'].map((word): [string, WordKind] => [word, { isHead: true, isInfix: word === 'catch' }]),
  ['do', { isBeforeValue: true, adds: 'statements', cost: NESTED }],
  ['else', { isInfix: true, isBeforeValue: true, adds: 'statements', cost: NESTED }],
  ['finally', { isInfix: true }],
  ...['typeof', 'void', 'delete', 'await', 'yield', 'new', 'throw', 'keyof', 'infer', 'unique', 'readonly'].map((word): [string, WordKind] => [word, { isBeforeValue: true, adds: 'expressions', cost: NESTED }]),
  ...['in', 'instanceof', 'as', 'satisfies', 'of', 'extends', 'implements', 'is', 'from'].map((word): [string, WordKind] => [word, { isInfix: true, isBeforeValue: true, adds: 'expressions', cost: CHAINED }]),
  ...['case', 'default'].map((word): [string, WordKind] => [word, { isLabel: true, isBeforeValue: true }]),
  ...['const', 'let', 'var', 'function', 'interface', 'type', 'enum', 'export'].map((word): [string, WordKind] => [word, { isDeclaration: true }]),
  ['class', { isDeclaration: true, adds: 'expressions', cost: NESTED }],
  ...['return', 'import'].map((word): [string, WordKind] => [word, { isDeclaration: true, isBeforeValue: true }]),
  ['module', { isBeforeValue: true }],
]);
const LONGEST_WORD = 10;
/** A longer one is data; names are searched by patterns, which costs more than twice as much where one is twice as long. */
const LONGEST_NAME = 10_000;
const SPACE = 32;

const NO_WORD = ' \t\v\f\n\r\'"`/([{}]),;?:<>=!~+-.@*%&|^';
const isWord = Uint8Array.from({ length: 128 }, (_, code) => (NO_WORD.includes(String.fromCharCode(code)) ? 0 : 1));

/** Is the code nested more deeply than the parser can take, or has it a name that is longer than all names? Cost: a small part of parsing it. */
export function isTooDeep(text: string): boolean {
  return nestingOf(text) > DEEPEST;
}

/** What the deepest place of a text asks of the parser's stack, at most. What follows a place that asks too much is left out. */
export function nestingOf(text: string): number {
  const around: Level[] = [];
  let level: Level = { isHead: false, isInTemplate: false, statements: 0, expressions: 0, types: 0, elements: 0 };
  let total = 0;
  let deepest = 0;
  /** What came last: nothing that a value ends with, a value, the head of a statement, or a closed brace. */
  let before: 'operator' | 'value' | 'head' | 'brace' = 'operator';
  let isHeadNext = false;
  let isOnNewLine = false;
  let hasEnded = false;

  const add = (kind: 'statements' | 'expressions' | 'types' | 'elements', cost: number): void => {
    level[kind] += cost;
    total += cost;
    if (total > deepest) deepest = total;
  };
  const drop = (kind: 'statements' | 'expressions' | 'types' | 'elements', most: number): void => {
    const cost = Math.min(level[kind], most);
    level[kind] -= cost;
    total -= cost;
  };
  const endStatement = (withElements: boolean): void => {
    total -= level.statements + level.expressions + level.types;
    level.statements = level.expressions = level.types = 0;
    if (withElements) drop('elements', Infinity);
  };
  /** What begins a statement where the one before is over, with or without a semicolon. */
  const begin = (kind: WordKind): void => {
    if (kind.isInfix) return;
    if (hasEnded || kind.isLabel) endStatement(true);
    else if (before === 'brace' || (before === 'value' && isOnNewLine)) endStatement(kind.isDeclaration ?? false);
  };
  const operator = (cost: number): void => {
    add('expressions', cost);
    before = 'operator';
  };
  const open = (isHead: boolean, isInTemplate: boolean): void => {
    around.push(level);
    level = { isHead, isInTemplate, statements: 0, expressions: 0, types: 0, elements: 0 };
    total += BRACKET;
    if (total > deepest) deepest = total;
    before = 'operator';
  };
  /** Goes on to where the fixed text of a template ends. */
  const passTemplateText = (from: number): number => {
    const end = endOf(text, from, '`', true);
    before = 'value';
    if (text[end] === '{') open(false, true);
    return end;
  };

  for (let at = 0; at < text.length && total <= DEEPEST; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (isWordCode(code)) {
      const start = at;
      while (at + 1 < text.length && isWordCode(text.charCodeAt(at + 1))) at++;
      if (at - start > LONGEST_NAME) return Infinity;
      // The name of a member is no keyword.
      const isKeyword = at - start < LONGEST_WORD && text[start - 1] !== '.';
      const kind = (isKeyword ? words.get(text.slice(start, at + 1)) : undefined) ?? VALUE;
      begin(kind);
      if (kind.isHead) isHeadNext = true;
      if (kind.adds) add(kind.adds, kind.cost ?? 0);
      before = kind.isBeforeValue || kind.isHead ? 'operator' : 'value';
      hasEnded = isOnNewLine = false;
      continue;
    }
    const character = text[at]!;
    const next = text[at + 1];
    if (character === '\n' || character === '\r') isOnNewLine = true;
    if (isSpaceCode(code)) continue;
    if (character === '/' && (next === '/' || next === '*')) {
      const end = text.indexOf(next === '/' ? '\n' : '*/', at + 2);
      at = end < 0 ? text.length : next === '/' ? end - 1 : end + 1;
      continue;
    }
    if (hasEnded && character !== ';') endStatement(true);
    switch (character) {
      case '"':
      case "'": {
        // No string follows a value: it is an apostrophe in the text of an element.
        const end: number = before === 'value' && !isOnNewLine ? -1 : endOf(text, at, character, false);
        if (end < 0) break;
        begin(VALUE);
        at = end;
        before = 'value';
        break;
      }
      case '`':
        begin(VALUE);
        if (before === 'value') add('expressions', CHAINED);
        at = passTemplateText(at);
        break;
      case '/': {
        const end: number = before === 'value' || before === 'brace' || next === '>' ? -1 : endOfRegex(text, at);
        if (next === '>') drop('elements', ELEMENT);
        else if (end < 0) add('expressions', CHAINED);
        before = end < 0 ? 'operator' : 'value';
        if (end > 0) at = end;
        break;
      }
      case '(':
      case '[':
      case '{':
        if (character !== '{' && before !== 'operator') add('expressions', CHAINED);
        open(isHeadNext && character === '(', false);
        isHeadNext = false;
        break;
      case ')':
      case ']':
      case '}': {
        const { isHead, isInTemplate } = level;
        const outer = around.pop();
        if (!outer) break;
        total -= level.statements + level.expressions + level.types + level.elements + BRACKET;
        level = outer;
        before = isHead ? 'head' : character === '}' ? 'brace' : 'value';
        if (isInTemplate) at = passTemplateText(at);
        break;
      }
      case ',':
        drop('expressions', Infinity);
        before = 'operator';
        break;
      case '<':
        if (next === '/') drop('elements', ELEMENT);
        else if (next === '=' || next === '<') add('expressions', CHAINED);
        else {
          add('types', NESTED);
          add('elements', ELEMENT);
        }
        if (next === '/' || next === '=' || next === '<') at++;
        before = 'operator';
        break;
      case '>':
        before = level.types > 0 ? 'value' : 'operator';
        drop('types', NESTED);
        break;
      case '?':
        if (next === '?') at++;
        operator(next === '?' || next === '.' ? CHAINED : NESTED);
        break;
      case '!':
      case '=':
        // `a!`
        if (character === '!' && next !== '=' && before === 'value') {
          add('expressions', CHAINED);
          break;
        }
        // `<a b="c" d={e}>`: nothing can follow the value of an attribute that it would be nested in.
        operator(next === '=' || (isWordCode(text.charCodeAt(at - 1)) && /["'{]/.test(next ?? '')) ? CHAINED : NESTED);
        while (text[at + 1] === '=') at++;
        if (character === '=' && text[at + 1] === '>') at++;
        break;
      case '+':
      case '-':
        if (next === character) at++;
        else operator(before === 'operator' || before === 'head' ? NESTED : CHAINED);
        break;
      case '~':
      case ':':
        operator(NESTED);
        break;
      case '@':
        begin(VALUE);
        before = 'operator';
        break;
      case ';':
        before = 'operator';
        break;
      case '.':
        operator(2 * CHAINED);
        break;
      default:
        // `a ** b` is nested to the right.
        operator(next === character ? 2 * CHAINED : CHAINED);
    }
    hasEnded = character === ';';
    isOnNewLine = false;
  }
  return deepest;
}

function isWordCode(code: number): boolean {
  return code < 128 ? isWord[code] === 1 : !isSpaceCode(code);
}

function isSpaceCode(code: number): boolean {
  return code <= SPACE || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x202f);
}

/** Where a string ends, or the fixed text of a template: at the brace of `${`, or where it is closed. A string that its line ends before: -1. */
function endOf(text: string, start: number, quote: string, isTemplate: boolean): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === quote) return at;
    if (character === '\\') at++;
    else if (isTemplate && character === '$' && text[at + 1] === '{') return at + 1;
    else if (!isTemplate && (character === '\n' || character === '\r')) return -1;
  }
  return isTemplate ? text.length : -1;
}

/** Where a regular expression ends; -1 where its line ends before it. */
function endOfRegex(text: string, start: number): number {
  let isInClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '/' && !isInClass) return at;
    if (character === '\\') at++;
    else if (character === '[') isInClass = true;
    else if (character === ']') isInClass = false;
    else if (character === '\n' || character === '\r') return -1;
  }
  return -1;
}
