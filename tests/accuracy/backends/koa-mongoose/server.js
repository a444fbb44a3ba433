import Koa from 'koa'
import { koaBody } from 'koa-body'
import mongoose from 'mongoose'
import recipes from './modules/recipes/recipes.router.js'
import users from './modules/users/users.router.js'
import { respond } from './lib/respond.js'

await mongoose.connect(process.env.MONGO_URL)

const app = new Koa()
app.use(async (ctx, next) => {
  try {
    await next()
  } catch (e) {
    respond.error(ctx, e) // expect: no-raw-error-response/rawErrorObject
  }
})
app.use(koaBody())
app.use(recipes.routes())
app.use(users.routes())
app.listen(3000)
