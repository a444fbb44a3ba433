/** Values by which code tells that something failed. */
import { type Expression, type Node, unwrap } from '../syntax/ast.js';
import { keyName, lastName, textOf } from '../syntax/names.js';

const KEYS = /^(?:err|errors?|error(?:Message|Code)|success|succeeded|ok|is?valid|failed|failure|status|message|msg|reason|code|available|healthy|connected|found|warnings?|skipped)$/i;
const NAMES = /err|fail|invalid|problem|reject|success|succe|(?:^|[a-z])ok$|valid|status|state$|skipp|warn|reason|broken|healthy|message|missing|stale|expired|degraded/i;
const WORDS = /err|fail|invalid|unable|unknown|cannot|could ?n|\bno\b|\bnot?\b|n't|missing|denied|wrong|unavailable|skipped|n\/a/i;

/**
 * Does a node, for whoever reads its value, say that something failed: `{ ok: false }`, `failed = true`, `'Could not load'`, `Status.FAILED`?
 * `false` for plain substitutes (`null`, `[]`, `false`, `'en'`) and for everything else.
 */
export function saysFailure(node: Node): boolean {
  switch (node.type) {
    case 'Property':
      return KEYS.test(keyName(node.key, node.computed) ?? '');
    case 'AssignmentExpression':
      return node.operator !== '=' || NAMES.test(lastName(node.left) ?? '') || saysFailure(node.right);
    case 'ReturnStatement':
      return node.argument !== null && names(node.argument);
    case 'Literal':
    case 'TemplateLiteral':
      return WORDS.test(textOf(node) ?? '');
    default:
      return false;
  }
}

function names(node: Expression): boolean {
  const inner = unwrap(node);
  return inner.type === 'MemberExpression' ? WORDS.test(lastName(inner) ?? '') : inner.type === 'Identifier' && NAMES.test(inner.name);
}
