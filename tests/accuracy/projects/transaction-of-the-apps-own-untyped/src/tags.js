// why: the same without types: by the call in the helper's body
const { inTransaction } = require('./transaction');

exports.addTags = (names) =>
  inTransaction(async (trx) => {
    for (const name of names) {
      await trx('tags').insert({ name }); // expect: no-n-plus-one/writeInLoop
    }
  });
