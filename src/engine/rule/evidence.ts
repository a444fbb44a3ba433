/** What a finding rests on in other places: kept beside the reports, since a host's messages have no room for it. */
import type { SourceCode } from 'eslint';
import { moduleOf } from '../modules/parse.js';
import type { Node } from '../syntax/ast.js';
import { functionName } from '../syntax/names.js';
import type { Reached } from '../facts/reach.js';

/** A place that makes a finding so, and what is there: ``runs `order.aggregate` ``. */
export interface Evidence {
  readonly node: Node;
  readonly says: string;
}

/** A stretch of a file; lines and columns from 1, the end exclusive, as in ESLint's messages. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding that has evidence: which it is, by where it stands, and the places in the order of reading. */
export interface Trail {
  readonly rule: string;
  readonly messageId: string;
  readonly line: number;
  readonly column: number;
  readonly places: readonly (Place & { readonly says: string })[];
}

interface Kept {
  readonly rule: string;
  readonly messageId: string;
  readonly node: Node;
  readonly evidence: readonly Evidence[];
}

const kept = new WeakMap<SourceCode, Kept[]>();

/** Keeps the evidence of a report for as long as the host keeps the file. Where it stands is worked out only for who asks. */
export function keepEvidence(sourceCode: SourceCode, rule: string, messageId: string, node: Node, evidence: readonly Evidence[]): void {
  kept.set(sourceCode, [...(kept.get(sourceCode) ?? []), { rule, messageId, node, evidence }]);
}

/** The evidence of all reports of a file so far. */
export function trailsOf(sourceCode: SourceCode): Trail[] {
  return (kept.get(sourceCode) ?? []).map(({ rule, messageId, node, evidence }) => {
    const { line, column } = placeAt(node);
    return { rule, messageId, line, column, places: evidence.map(({ node: other, says }) => ({ ...placeAt(other), says })) };
  });
}

/** The way from a call to a query: each function on it, and the query itself. */
export function wayTo(reached: Pick<Reached, 'through' | 'query'>): Evidence[] {
  return [...reached.through.map((fn) => ({ node: fn, says: `goes through \`${functionName(fn) ?? 'a function'}\`` })), { node: reached.query.node, says: `runs \`${reached.query.name}\`` }];
}

/** Where a node stands. Cost: what stands before it is read. */
export function placeAt(node: Node): Place {
  const { path: file, text } = moduleOf(node);
  const start = positionAt(text, node.start);
  const end = positionAt(text, node.end);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
