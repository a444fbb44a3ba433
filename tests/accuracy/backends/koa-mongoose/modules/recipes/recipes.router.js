import Router from 'koa-router'
import * as controller from './recipes.controller.js'
import { validateQuery } from '../../lib/validate.js'
import { listQuery } from './recipes.schema.js'

const router = new Router({ prefix: '/recipes' })
router
  .get('/', validateQuery(listQuery), controller.index)
  .get('/latest', controller.latest)
  .get('/:slug', controller.show)
  .post('/', controller.create)
  .post('/import', controller.importMany)
  .put('/favourites', controller.favourites)

export default router
