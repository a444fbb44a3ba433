import Router from 'koa-router'
import { User } from '../../models/user.js'
import { respond } from '../../lib/respond.js'

const router = new Router({ prefix: '/users' })

router.post('/', async (ctx) => { // expect: require-rate-limit/registration
  const { name, email, password } = ctx.request.body
  const user = await User.create({ name, email, password }) // expect: no-db-in-controller/queryInController
  respond.ok(ctx, { id: user.id }, 201)
})

router.post('/login', async (ctx) => { // expect: require-rate-limit/login
  const user = await User.findOne({ email: ctx.request.body.email }).select('+password') // expect: no-db-in-controller/queryInController
  if (!user || !(await user.verify(ctx.request.body.password))) ctx.throw(401, 'Invalid login')
  respond.ok(ctx, { id: user.id })
})

router.put('/:id/password', async (ctx) => {
  const { password } = ctx.request.body
  await User.findByIdAndUpdate(ctx.params.id, { password }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  respond.ok(ctx, null)
})

router.get('/', async (ctx) => {
  const users = await User.find({}, 'name email') // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
  respond.ok(ctx, users)
})

export default router
