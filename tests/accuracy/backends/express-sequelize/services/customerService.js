const async = require('async');
const db = require('../models');

const { Op } = db.Sequelize;

exports.invoicesOf = (customerId) => db.Invoice.findAll({ where: { customerId } });

exports.summary = async () => {
  const customers = await db.Customer.findAll({ limit: 100 });
  return Promise.all(customers.map((customer) => customer.getInvoices())); // expect: no-n-plus-one/queryInLoop
};

exports.totals = async (ids) => {
  const totals = {};
  for (const id in ids) {
    totals[id] = await db.Invoice.sum('total', { where: { customerId: ids[id] } }); // expect: no-n-plus-one/queryInLoop
  }
  return totals;
};

exports.markPaid = (ids, done) => {
  async.eachSeries(
    ids,
    (id, cb) => {
      db.Invoice.update({ paid: true }, { where: { id } }) // expect: no-n-plus-one/writeInLoop
        .then(() => cb())
        .catch(cb);
    },
    done
  );
};

exports.markPaidAtOnce = (ids) => db.Invoice.update({ paid: true }, { where: { id: { [Op.in]: ids } } });

exports.login = async (email, password) => {
  const customer = await db.Customer.findOne({ where: { email, password } }); // expect: no-unhashed-password/plaintextCompare
  return customer;
};
