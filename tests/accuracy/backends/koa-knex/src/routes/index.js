const Router = require('@koa/router')
const paginate = require('../middleware/paginate')
const tickets = require('../controllers/tickets')
const accounts = require('../controllers/accounts')

const router = new Router({ prefix: '/api' })
router.get('/tickets', paginate(25), tickets.list)
router.get('/tickets/recent', tickets.recent)
router.get('/tickets/board', tickets.board)
router.get('/tickets/:id', tickets.show)
router.post('/tickets/:id/labels', tickets.setLabels)
router.del('/tickets/:id', tickets.remove)
router.get('/labels', tickets.labels)
router.post('/accounts', accounts.create) // expect: require-rate-limit/registration
router.post('/accounts/login', accounts.login) // expect: require-rate-limit/login
router.patch('/accounts/:id', accounts.update)
module.exports = router
