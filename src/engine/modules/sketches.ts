/** What the text of files says without being parsed: the words in it, and what it imports. */
import { readText, stampOf } from './files.js';
import { isMinified } from './parse.js';

export interface Sketch {
  /** Orders the sketches by when they were made. */
  readonly number: number;
  readonly stamp: string;
  readonly specifiers: readonly string[];
  /** It hands on what other files export, or exports under names that only running it would tell. */
  readonly handsOn: boolean;
}

/** How a word is looked for: anywhere, where it may be handed on (it is more than an import or what is called), or where a member of that name may be. */
export type Mention = 'any' | 'handedOn' | 'memberHandedOn';

/** What is kept of a word in a file besides the file's number, in the lowest bits: it may be handed on by its bare name, and as a member. */
const BARE = 1;
const MEMBER = 2;
const BITS = 4;
const WANTED: Readonly<Record<Mention, number>> = { any: 0, handedOn: BARE | MEMBER, memberHandedOn: MEMBER };

/** The sketches of files, and an index from each identifier to the files that have it in their text. Each file is read once. */
export class Sketches {
  readonly #known = new Map<string, Sketch>();
  readonly #files: string[] = [];
  readonly #index = new Map<string, number[]>();

  /** The sketch of a file; that of an empty text where it is minified, or cannot be read. */
  of(file: string): Sketch {
    const known = this.#known.get(file);
    if (known) return known;
    const stamp = stampOf(file) ?? '';
    const read = stamp === '' ? '' : (readText(file) ?? '');
    const text = isMinified(read) ? '' : read;
    const sketch = { number: this.#files.length, stamp, specifiers: specifiersOf(text), handsOn: /\bexport\s*[*=]|\bexports\b/.test(text) };
    this.#known.set(file, sketch);
    this.#files.push(file);
    this.#enter(text, sketch.number);
    return sketch;
  }

  /** The sketch of a file, where it has been made. */
  known(file: string): Sketch | undefined {
    return this.#known.get(file);
  }

  /** The stamps of all files that were read. */
  *stamps(): Generator<readonly [file: string, { readonly stamp: string }]> {
    yield* this.#known;
  }

  /** Does a file have this word in its text? */
  says(file: string, word: string, mention: Mention = 'any'): boolean {
    const { number } = this.of(file);
    const entry = entryOf(this.#index.get(word) ?? [], number);
    return entry !== undefined && isWanted(entry, mention);
  }

  /** The files that were read and have this word in their text, in the order in which they were read. */
  saying(word: string, mention: Mention = 'any'): string[] {
    return (this.#index.get(word) ?? []).filter((entry) => isWanted(entry, mention)).map((entry) => this.#files[Math.floor(entry / BITS)]!);
  }

  #enter(text: string, number: number): void {
    const imports = importsIn(text);
    for (const word of imports.renamed) this.#add(word, number, BARE);
    const later = imports.ranges.values();
    let next = later.next().value;
    WORD.lastIndex = 0;
    for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
      while (next && match.index >= next.end) next = later.next().value;
      const handedOn = !(next && match.index >= next.start) && !isCalledAt(text, WORD.lastIndex);
      this.#add(match[0], number, !handedOn ? 0 : isMemberAt(text, match.index) ? MEMBER : BARE);
    }
  }

  #add(word: string, number: number, bits: number): void {
    const entries = this.#index.get(word);
    const last = entries?.at(-1);
    if (!entries || last === undefined) this.#index.set(word, [BITS * number + bits]);
    else if (Math.floor(last / BITS) === number) entries[entries.length - 1] = last | bits;
    else entries.push(BITS * number + bits);
  }
}

function isWanted(entry: number, mention: Mention): boolean {
  return mention === 'any' || (entry & WANTED[mention]) !== 0;
}

const WORD = /[A-Za-z_$][\w$]*/g;

/**
 * The import statements of a text, and what they rename: `import { f } from 'x'` does not hand `f` on, `import { f as g }` may. Cost: the text is
 * read once, whatever is in it.
 */
function importsIn(text: string): { readonly ranges: readonly { readonly start: number; readonly end: number }[]; readonly renamed: readonly string[] } {
  const ranges: { start: number; end: number }[] = [];
  const renamed: string[] = [];
  let start: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/^import\b|['";]/gm)) {
    if (mark === 'import') start ??= index;
    else {
      const clause = start === undefined || mark === ';' ? '' : text.slice(start, index).trimEnd();
      if (start !== undefined && /\bfrom$/.test(clause.slice(-5))) {
        const end = text.indexOf(mark, index + 1);
        ranges.push({ start, end: end < 0 ? index : end + 1 });
        for (const [, word = ''] of clause.matchAll(/(?<![\w$])([\w$]+)\s+as\b/g)) renamed.push(word);
      }
      start = undefined;
    }
  }
  return { ranges, renamed };
}

/** `.name`, also with a line break before the name. */
function isMemberAt(text: string, at: number): boolean {
  let index = at - 1;
  while (index >= 0 && text.charCodeAt(index) <= 32) index--;
  return text.charCodeAt(index) === 46 && text.charCodeAt(index - 1) !== 46;
}

function isCalledAt(text: string, at: number): boolean {
  let index = at;
  while (index < text.length && text.charCodeAt(index) <= 32) index++;
  return text.charCodeAt(index) === 40;
}

/** What a text imports or requires. */
export function specifiersOf(text: string): string[] {
  const specifiers = new Set<string>();
  for (const match of text.matchAll(/(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g)) if (match[2]) specifiers.add(match[2]);
  for (const match of text.matchAll(/\brequire\s*\(\s*(?:path\.(?:join|resolve)\s*\(\s*)?__dirname\s*[+,]\s*(['"])([^'"\n]+)\1/g)) if (match[2]) specifiers.add(`./${match[2].replace(/^\/+/, '')}`);
  return [...specifiers];
}

/** What is kept of a file, among entries in the order of their numbers. */
function entryOf(entries: readonly number[], number: number): number | undefined {
  let low = 0;
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((entries[middle]!) < BITS * number) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low];
  return entry !== undefined && entry < BITS * (number + 1) ? entry : undefined;
}
