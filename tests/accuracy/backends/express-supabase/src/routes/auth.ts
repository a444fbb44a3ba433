import { Router } from 'express'
import bcrypt from 'bcrypt'
import { supabase } from '../lib/supabase'

const router = Router()

router.post('/signup', async (req, res) => { // expect: require-rate-limit/registration
  const { email, password } = req.body
  const { data, error } = await supabase.auth.signUp({ email, password })
  if (error) return res.status(error.status ?? 400).json({ error: 'Sign-up failed' })
  res.status(201).json({ id: data.user?.id })
})
router.post('/members', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait, require-rate-limit/registration
  const { email, password } = req.body
  const hash = await bcrypt.hash(password, 10)
  await supabase.from('members').insert([{ email, password: hash }]) // expect: no-db-in-controller/queryInController
  res.sendStatus(201)
})
router.post('/members/quick', async (req, res) => {
  const { email, password } = req.body
  await supabase.from('members').insert({ email, password }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  res.sendStatus(201)
})
router.post('/login', async (req, res) => { // expect: require-rate-limit/login
  const { data: member } = await supabase.from('members').select('id').eq('email', req.body.email).eq('password', req.body.password).maybeSingle() // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintextCompare
  if (!member) return res.sendStatus(401)
  res.json(member)
})

export default router
