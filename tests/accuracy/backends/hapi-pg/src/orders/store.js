'use strict';
const db = require('../db');

async function page(limit, offset) {
  const { rows } = await db.query('SELECT * FROM orders ORDER BY id LIMIT $1 OFFSET $2', [limit, offset]);
  return rows;
}

async function recent(size) {
  const { rows } = await db.query(`SELECT * FROM orders ORDER BY created_at DESC LIMIT ${size}`); // expect: require-pagination-cap/uncappedLimit
  return rows;
}

async function listWarehouses() {
  const { rows } = await db.query('SELECT id, name, city FROM warehouses'); // expect: require-pagination-cap/unboundedList
  return rows;
}

async function itemsOf(orderId) {
  const { rows } = await db.query('SELECT * FROM order_items WHERE order_id = $1', [orderId]);
  return rows;
}

async function place(customerId, items) {
  return db.tx(async (client) => {
    const { rows: [order] } = await client.query('INSERT INTO orders (customer_id) VALUES ($1) RETURNING *', [customerId]);
    for (const item of items) {
      await client.query('INSERT INTO order_items (order_id, sku, qty) VALUES ($1, $2, $3)', [order.id, item.sku, item.qty]); // expect: no-n-plus-one/writeInLoop
    }
    return order;
  });
}

async function cancelAll(ids) {
  await db.query('UPDATE orders SET status = $1 WHERE id = ANY($2)', ['cancelled', ids]);
}

async function detailed(limit) {
  const orders = await page(limit, 0);
  for (let i = 0; i < orders.length; i++) {
    orders[i].items = await itemsOf(orders[i].id); // expect: no-n-plus-one/queryInLoop
  }
  return orders;
}

module.exports = { page, recent, listWarehouses, itemsOf, place, cancelAll, detailed };
