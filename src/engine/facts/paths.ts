/** Addresses of routes: as the code writes them, put together, and compared. `?` is a part that nobody can read. */
import { type Expression, type Node, type NodeOf, unwrap } from '../syntax/ast.js';
import { staticString, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';

/** The address that an expression holds; `undefined` for what is no text. */
export function addressOf(analysis: Analysis, node: Node | undefined): string | undefined {
  if (!node || node.type === 'SpreadElement') return undefined;
  const inner = unwrap(node as Expression);
  const written = inner.type === 'TemplateLiteral' ? filledIn(analysis, inner) : (staticString(inner) ?? textOf(inner));
  if (written !== undefined) return written;
  const value = analysis.valueOf(inner);
  if (value.kind === 'literal' && typeof value.value === 'string') return value.value;
  if (inner.type === 'Literal') return '?';
  return inner.type === 'MemberExpression' && value.kind !== 'function' && /(?:path|prefix|url|base|route)$/i.test(lastWord(inner)) && value.kind !== 'library' && value.kind !== 'member' && value.kind !== 'class' ? '?' : undefined;
}

/** A template with the texts in it that can be read: `${this.path}login`. */
function filledIn(analysis: Analysis, { quasis, expressions }: NodeOf<'TemplateLiteral'>): string {
  return quasis.map(({ value }, at) => value.raw + (expressions[at] ? (addressOf(analysis, expressions[at]) ?? '?') : '')).join('');
}

function lastWord(node: Extract<Node, { type: 'MemberExpression' }>): string {
  return node.property.type === 'Identifier' ? node.property.name : '';
}

/** `/users` and `/:id` → `/users/:id` */
export function joined(above: string | undefined, below: string | undefined): string {
  return `/${segmentsOf(`${above ?? ''}/${below ?? ''}`).join('/')}`;
}

function segmentsOf(address: string): readonly string[] {
  let known = segments.get(address);
  if (!known) {
    known = address.split('/').filter((segment) => segment !== '');
    if (segments.size >= MOST_KEPT) segments.clear();
    segments.set(address, known);
  }
  return known;
}

/** Each address is compared with all others of its app. */
const segments = new Map<string, readonly string[]>();
/** How many addresses are kept taken apart. */
const MOST_KEPT = 10_000;

/** Does what is mounted on an address see the requests to another one? What cannot be read counts as yes. */
export function covers(mounted: string | undefined, address: string): boolean {
  const wanted = segmentsOf((mounted ?? '').replace(/\/?(?:\*\w*|\(\.\*\)|\{\*\w+\})$/, ''));
  const given = segmentsOf(address);
  for (const [at, segment] of wanted.entries()) {
    const other = given[at];
    if (segment.includes('?') || other?.includes('?')) return true;
    if (other === undefined) return false;
    if (!isOpen(segment) && !isOpen(other) && segment.toLowerCase() !== other.toLowerCase()) return false;
  }
  return true;
}

/** Are two addresses the same, as far as they can be read? */
export function isSame(one: string, other: string): boolean {
  return !one.includes('?') && segmentsOf(one).join('/').toLowerCase() === segmentsOf(other).join('/').toLowerCase();
}

function isOpen(segment: string): boolean {
  return segment.startsWith(':') || segment.includes('*') || segment.startsWith('{');
}
