/** Comments that say why something is as it is. */
import type { Module } from '../modules/parse.js';
import { type Node, isFunction, parentOf } from '../syntax/ast.js';

/** What a comment says that has thought of the failure. */
const TOLERANT = /ignor|fail|error|best[ -]?effort|fall(?:s|ing)?[ -]?back|optional|swallow|silent|unhandled|otherwise|can(?:no|')t|could|\bnot\b|n't\b|skip|missing|invalid|might|\bmay\b|fire[ -]and[ -]forget|never|even if|no-?op|tolerat|default|graceful|unavailable|reject/i;
/** An order to a tool (also `word: group/name`), or code that is switched off. */
const NO_WORDS = /^[\s*]*(?:[\w-]+:\s*[\w-]+\/[\w-]+\s*$|eslint-|@ts-|ts-|istanbul|c8 |v8 |prettier-|biome-ignore|webpack|#__|(?:console|logger|log|res|next|throw|return|await|this)\b\s*[.(;])/;

/** Does a comment inside a node, at the end of its last line, or right above its statement or function, say one of these words? */
export function isRemarked(module: Module, node: Node, statement: Node, words: RegExp): boolean {
  return commentsOn(module, node, statement).some(({ text }) => words.test(text));
}

/**
 * Does a comment explain what happens to an error: one inside the node or at the end of its last line, or one that stands right above the statement
 * or documents the function, and speaks of failing? Orders to tools and code that is commented out explain nothing.
 * @param statement the statement that the node is part of
 */
export function isExplained(module: Module, node: Node, statement: Node): boolean {
  return commentsOn(module, node, statement).some(({ text, within }) => within || TOLERANT.test(text));
}

/** The comments that belong to a node: `within` are those inside it and at the end of its last line. */
function commentsOn(module: Module, node: Node, statement: Node): { readonly text: string; readonly within: boolean }[] {
  const { text, comments } = module;
  const lineEnd = text.indexOf('\n', node.end);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const heads = [statement, ...functionsAround(statement)].map(({ start }) => start);
  return comments.flatMap((comment) => {
    if (NO_WORDS.test(comment.value) || comment.value.trim() === '') return [];
    const within = comment.start >= node.start && comment.end <= end;
    return within || heads.some((start) => comment.end <= start && isRightAbove(module, comment.end, start)) ? [{ text: comment.value, within }] : [];
  });
}

/** Between a comment and what it stands over there is nothing but blanks, and lines of the same comment. */
function isRightAbove({ text }: Module, from: number, to: number): boolean {
  return to - from < 1_000 && /^\s*(?:\/\/[^\n]*\n\s*)*$/.test(text.slice(from, to));
}

/** The function around a statement, with what exports or holds it: the places that its documentation may stand over. */
function functionsAround(statement: Node): Node[] {
  let at: Node | undefined = parentOf(statement);
  while (at && !isFunction(at)) at = parentOf(at);
  const found: Node[] = [];
  for (let current: Node | undefined = at; current && !/^(?:BlockStatement|Program|ClassBody|ObjectExpression|CallExpression)$/.test(current.type); current = parentOf(current)) found.push(current);
  return found;
}
