/** Every rule by name. */
import type { Rule } from 'eslint';
import type { RuleDocs } from '#engine';
import { noDbInController } from '../../rules/no-db-in-controller.js';
import { noNPlusOne } from '../../rules/no-n-plus-one.js';

export const rules: Readonly<Record<string, Rule.RuleModule & { readonly meta: { readonly docs: RuleDocs } }>> = {
  'no-db-in-controller': noDbInController,
  'no-n-plus-one': noNPlusOne,
};
