// why: rows that are gathered in a loop and inserted at once are one query
const { withTransaction } = require('./with-transaction');

exports.addLines = (orderId, items) =>
  withTransaction(async (trx) => {
    const lines = [];
    for (const item of items) lines.push({ order_id: orderId, sku: item.sku, amount: item.amount });
    await trx('order_lines').insert(lines);
    await trx('orders').where({ id: orderId }).update({ line_count: lines.length });
  });
