import { Router, type Request, type Response } from 'express'
import * as classes from '../services/classes'
import { supabase } from '../lib/supabase'

const router = Router()

router.get('/', async (req: Request, res: Response) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const limit = parseInt(String(req.query.limit ?? '10'), 10)
  res.json(await classes.first(limit)) // expect: require-pagination-cap/uncappedLimit
})
router.get('/few', async (req: Request, res: Response) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const limit = parseInt(String(req.query.limit ?? '10'), 10)
  if (limit > 25) return res.status(400).json({ error: 'limit is at most 25' })
  res.json(await classes.first(limit))
})
router.get('/all', async (_req, res) => {
  res.json(await classes.all())
})
router.get('/overview', async (_req, res) => {
  try {
    res.json(await classes.overview())
  } catch (e: any) {
    res.status(500).json({ error: e.message }) // expect: no-raw-error-response/errorMessage
  }
})
router.get('/:id', async (req, res) => {
  const { data, error } = await supabase.from('classes').select('*').eq('id', req.params.id).single() // expect: no-db-in-controller/queryInController
  if (error) return res.status(400).json({ error: error.message }) // expect: no-raw-error-response/errorMessage
  res.json(data)
})
router.delete('/:id', async (req, res) => {
  const { error } = await supabase.from('classes').delete().eq('id', req.params.id) // expect: no-db-in-controller/queryInController
  if (error) return res.status(500).json({ error: 'Could not delete the class' })
  res.sendStatus(204)
})

export default router
