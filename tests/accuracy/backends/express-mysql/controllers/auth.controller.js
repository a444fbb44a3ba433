const bcrypt = require('bcryptjs')
const { validationResult } = require('express-validator')
const User = require('../models/user.model')

exports.register = async (req, res) => {
  const errors = validationResult(req)
  if (!errors.isEmpty()) return res.status(422).json({ errors: errors.array() })
  try {
    const id = await User.create(req.body)
    res.status(201).json({ id })
  } catch (error) {
    if (error.code === 'ER_DUP_ENTRY') return res.status(409).json({ message: 'Username taken' })
    res.status(500).json({ message: error }) // expect: no-raw-error-response/rawErrorObject
  }
}

exports.signup = async (req, res, next) => {
  try {
    await User.createHashed(req.body.username, req.body.password)
    res.sendStatus(201)
  } catch (error) {
    next(error)
  }
}

exports.login = async (req, res, next) => {
  try {
    const user = await User.findByName(req.body.username)
    const ok = user && (await bcrypt.compare(req.body.password, user.password))
    res.status(ok ? 200 : 401).json({ ok })
  } catch (error) {
    next(error)
  }
}
