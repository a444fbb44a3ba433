import { checkedWrites, createRule, lostUpdates } from '#engine';

export interface Options {
  /** Report inserts that a count of the rows decides which was read before, too. */
  countThenInsert: boolean;
}

export const preferAtomicUpdate = createRule<'readModifyWrite' | 'checkThenWrite' | 'changeInPlace', Options>({
  name: 'prefer-atomic-update',
  meta: {
    type: 'problem',
    docs: { description: 'Require numbers and lists to be changed by the database, not read, changed in memory and written back', category: 'quality', preset: 'recommended', strictOptions: { countThenInsert: true } },
    hasSuggestions: true,
    messages: {
      readModifyWrite: '`{{ column }}` is read, changed in memory and written back by `{{ write }}`: of two requests at once, one change is lost. Let the database do it, with {{ remedy }}.',
      checkThenWrite: '{{ checked }} is checked before `{{ write }}`, and two requests at once both pass the check. Put the condition into the write itself and look at how many rows it changed, or lock the row while it is read.',
      changeInPlace: 'Write `{{ text }}`.',
    },
    schema: { countThenInsert: { type: 'boolean', description: 'Also report inserts that a count of the rows decides which was read before.' } },
  },
  defaultOptions: { countThenInsert: false },
  *check(file, options) {
    for (const { node, name, write, remedy, inPlace } of lostUpdates(file)) {
      yield {
        node,
        messageId: 'readModifyWrite',
        data: { column: name, write: write.name, remedy },
        ...(inPlace && { suggest: [{ messageId: 'changeInPlace', data: { text: inPlace.text }, edits: [inPlace] }] }),
      };
    }
    for (const { kind, write, checked } of checkedWrites(file)) if (kind === 'row' || options.countThenInsert) yield { node: write.node, messageId: 'checkThenWrite', data: { checked, write: write.name } };
  },
});
