import { createRule, describeLoop, describeReach, describeRemedy, queries, type Query, reachingCalls, repetition, wayTo } from '#engine';

export interface Options {
  /** Count cache round trips as queries too. */
  caches: boolean;
}

export const noNPlusOne = createRule<'queryInLoop' | 'writeInLoop', Options>({
  name: 'no-n-plus-one',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow a query for every element of a collection', category: 'performance', preset: 'recommended' },
    messages: {
      queryInLoop: '{{ what }} runs once {{ loop }}: as many round trips as there are elements. Instead, {{ remedy }}.',
      writeInLoop: '{{ what }} writes once {{ loop }}: as many round trips as there are elements. Instead, {{ remedy }}.',
    },
    schema: { caches: { type: 'boolean', description: 'Also report cache round trips (Redis, Memcached …) made once per element.' } },
  },
  defaultOptions: { caches: false },
  *check(file, options) {
    for (const query of queries(file)) {
      const loop = query.cache && (!options.caches || query.library.inProcess) ? undefined : repetition(file, query);
      if (loop) yield { node: query.node, messageId: messageFor(query), data: { what: `\`${query.name}\``, loop: describeLoop(loop), remedy: describeRemedy(file, query, query.node, loop) } };
    }
    for (const call of reachingCalls(file)) {
      const loop = repetition(file, call);
      const reached = call.reached.find((each) => each.query.access === 'write') ?? call.reached[0];
      if (loop && reached)
        yield { node: call.node, messageId: messageFor(reached.query), data: { what: describeReach(call.name, reached), loop: describeLoop(loop), remedy: describeRemedy(file, reached.query, call.node, loop) }, evidence: wayTo(reached) };
    }
  },
});

function messageFor(query: Query): 'queryInLoop' | 'writeInLoop' {
  return query.access === 'write' ? 'writeInLoop' : 'queryInLoop';
}
