const { admin, db } = require('./firebase')
const CryptoJS = require('crypto-js')

exports.signup = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const { email, password } = req.body
  const user = await admin.auth().createUser({ email, password })
  await db.collection('users').doc(user.uid).set({ email }) // expect: no-db-in-controller/queryInController
  res.status(201).json({ uid: user.uid })
}
exports.legacy = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const { email, password } = req.body
  await db.collection('users').add({ email, password }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  res.sendStatus(201)
}
exports.legacyHashed = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const password = CryptoJS.SHA256(req.body.password).toString() // expect: no-unhashed-password/fastHash
  await db.collection('users').add({ email: req.body.email, password }) // expect: no-db-in-controller/queryInController
  res.sendStatus(201)
}
exports.login = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const found = await db.collection('users').where('email', '==', req.body.email).where('password', '==', req.body.password).get() // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintextCompare
  if (found.empty) return res.status(401).json({ error: 'Invalid credentials' })
  res.json({ ok: true })
}
