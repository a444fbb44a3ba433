const express = require('express');
const customers = require('../controllers/CustomerController');
const customerService = require('../services/customerService');

const router = express.Router();

router.get('/customers', customers.getAll);
router.get('/customers/:id', customers.getOne);
router.post('/customers', customers.create); // expect: require-rate-limit/registration
router.put('/customers/:id', customers.update);
router.get('/invoices/overdue', customers.overdue);
router.get('/customers/:id/statement', customers.statement);
router.get('/summary', customers.summary);
router.post('/invoices/paid', (req, res) => {
  customerService.markPaid(req.body.ids, (err) => {
    if (err) return res.status(500).send(err); // expect: no-raw-error-response/rawErrorObject
    res.sendStatus(204);
  });
});
router.post('/login', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait, require-rate-limit/login
  const customer = await customerService.login(req.body.email, req.body.password);
  if (!customer) return res.status(401).json({ message: 'Wrong credentials' });
  res.json({ id: customer.id });
});

module.exports = router;
