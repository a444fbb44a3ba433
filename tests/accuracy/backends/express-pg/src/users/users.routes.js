import { Router } from 'express'
import argon2 from 'argon2'
import { createHash, timingSafeEqual, scrypt, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { one, query } from '../db/index.js'

const scryptAsync = promisify(scrypt)
const router = Router()
const Registration = z.object({ email: z.string().email(), password: z.string().min(8) })

router.post('/', async (req, res, next) => { // expect: require-rate-limit/registration
  const parsed = Registration.safeParse(req.body)
  if (!parsed.success) return res.status(400).json({ errors: parsed.error.flatten() })
  try {
    const { email, password } = parsed.data
    const user = await one('INSERT INTO users (email, password_hash) VALUES ($1, $2) RETURNING id', [email, await argon2.hash(password)]) // expect: no-db-in-controller/queryInController
    res.status(201).json(user)
  } catch (e) {
    next(e)
  }
})

router.post('/v1', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const { email, password } = req.body
  await query(`INSERT INTO users (email, password_hash) VALUES ($1, $2)`, [email, password]) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  res.sendStatus(201)
})

router.post('/v2', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const salt = randomBytes(16).toString('hex')
  const key = await scryptAsync(req.body.password, salt, 64)
  await query('INSERT INTO users (email, password_hash) VALUES ($1, $2)', [req.body.email, `${salt}:${key.toString('hex')}`]) // expect: no-db-in-controller/queryInController
  res.sendStatus(201)
})

router.post('/login', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait, require-rate-limit/login
  const user = await one('SELECT * FROM users WHERE email = $1', [req.body.email]) // expect: no-db-in-controller/queryInController
  const digest = createHash('md5').update(req.body.password).digest('hex') // expect: no-unhashed-password/fastHash
  if (!user || digest !== user.password_hash) return res.status(401).end()
  res.json({ id: user.id })
})

export default router
