import { Router } from 'express'
import asyncHandler from 'express-async-handler'
import * as db from '../db/index.js'
import * as rooms from './rooms.repository.js'
import * as service from './rooms.service.js'
import { ok, fail } from '../lib/respond.js'
import { paging, readPaging } from '../lib/paging.js'

const router = Router()

router.get('/', paging, asyncHandler(async (req, res) => {
  ok(res, await rooms.findPage(req.paging))
}))

router.get('/lookup', asyncHandler(async (req, res) => {
  ok(res, await rooms.findPage(readPaging(req.query))) // expect: require-pagination-cap/uncappedLimit
}))

router.get('/all', asyncHandler(async (req, res) => {
  ok(res, await rooms.findAll())
}))

router.get('/schedule/:day', async (req, res) => {
  try {
    ok(res, await service.schedule(req.params.day))
  } catch (err) {
    fail(res, 500, err.message) // expect: no-raw-error-response/errorMessage
  }
})

router.get('/:id', async (req, res, next) => {
  try {
    ok(res, await service.get(req.params.id))
  } catch (err) {
    if (err.status === 404) return fail(res, 404, err.message)
    next(err)
  }
})

router.delete('/:id', asyncHandler(async (req, res) => {
  await db.query('DELETE FROM rooms WHERE id = $1', [req.params.id]) // expect: no-db-in-controller/queryInController
  res.sendStatus(204)
}))

router.post('/bookings', (req, res) => {
  service
    .bookAll(req.user.id, req.body.requests)
    .then((rows) => res.status(201).json(rows))
    .catch((e) => res.status(409).json({ error: `Booking failed: ${e}` })) // expect: no-raw-error-response/rawErrorObject
})

export default router
