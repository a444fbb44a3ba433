const { db } = require('./firebase')
const service = require('./trips.service')

exports.list = async (req, res) => {
  try {
    const trips = await service.list(Number(req.query.limit) || 20) // expect: require-pagination-cap/uncappedLimit
    return res.status(200).json(trips)
  } catch (error) {
    return res.status(500).json(error) // expect: no-raw-error-response/rawErrorObject
  }
}
exports.top = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const limit = Number(req.query.limit) > 50 ? 50 : Number(req.query.limit)
  res.json(await service.list(limit))
}
exports.all = (req, res) => {
  service.all().then((trips) => res.json({ trips })).catch((err) => res.status(500).send({ error: err.toString() })) // expect: no-raw-error-response/rawErrorObject
}
exports.show = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const doc = await db.collection('trips').doc(req.params.id).get() // expect: no-db-in-controller/queryInController
  if (!doc.exists) return res.status(404).json({ message: 'Trip not found' })
  res.json(doc.data())
}
exports.guides = async (req, res, next) => {
  try {
    res.json(await service.withGuides())
  } catch (error) {
    next(error)
  }
}
