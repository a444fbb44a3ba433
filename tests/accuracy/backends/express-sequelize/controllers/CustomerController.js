const bcrypt = require('bcryptjs');
const BaseController = require('./BaseController');
const { Customer, Invoice } = require('../models');
const customerService = require('../services/customerService');

class CustomerController extends BaseController {
  constructor() {
    super(Customer);
  }

  create = async (req, res, next) => {
    try {
      const { email, password } = req.body;
      const customer = await Customer.create({ email, password: bcrypt.hashSync(password, 10) }); // expect: no-db-in-controller/queryInController
      res.status(201).json({ id: customer.id });
    } catch (err) {
      if (err.name === 'SequelizeUniqueConstraintError') {
        return res.status(409).json({ message: err.errors[0].message });
      }
      next(err);
    }
  };

  update = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
    const customer = await Customer.findByPk(req.params.id); // expect: no-db-in-controller/queryInController
    await customer.update({ email: req.body.email, password: req.body.password }); // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
    res.json({ id: customer.id });
  };

  overdue(req, res) {
    Invoice.findAll({ where: { paid: false }, include: 'customer' }) // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
      .then((invoices) => res.json(invoices)) // missed: no-sensitive-data-in-response
      .catch((err) => res.status(500).json({ error: err })); // expect: no-raw-error-response/rawErrorObject
  }

  async statement(req, res) { // expect: no-unhandled-async-handler/uncaughtAwait
    const invoices = await customerService.invoicesOf(req.params.id);
    res.json(invoices);
  }

  async summary(req, res) { // expect: no-unhandled-async-handler/uncaughtAwait
    res.json(await customerService.summary());
  }
}

module.exports = new CustomerController();
