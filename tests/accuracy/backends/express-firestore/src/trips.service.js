const { db, admin } = require('./firebase')

const trips = db.collection('trips')
const toData = (snapshot) => snapshot.docs.map((doc) => ({ id: doc.id, ...doc.data() }))

exports.list = async (limit) => toData(await trips.orderBy('createdAt').limit(limit).get())
exports.all = async () => {
  const snapshot = await trips.get() // missed: require-pagination-cap
  return toData(snapshot)
}
exports.get = async (id) => {
  const doc = await trips.doc(id).get()
  return doc.exists ? { id: doc.id, ...doc.data() } : null
}
exports.byIds = async (ids) => {
  const docs = []
  for (const id of ids) {
    docs.push(await exports.get(id)) // expect: no-n-plus-one/queryInLoop
  }
  return docs
}
exports.byIdsAtOnce = async (ids) => db.getAll(...ids.map((id) => trips.doc(id)))
exports.closeAll = async (ids) => {
  const batch = db.batch()
  ids.forEach((id) => batch.update(trips.doc(id), { closed: true }))
  await batch.commit()
}
exports.withGuides = async (limit) => {
  const snapshot = await trips.limit(25).get()
  const result = []
  await Promise.all(snapshot.docs.map(async (doc) => {
    const guide = await db.collection('guides').doc(doc.data().guideId).get() // expect: no-n-plus-one/queryInLoop
    result.push({ ...doc.data(), guide: guide.data() })
  }))
  return result
}
exports.touch = (ids) => Promise.all(ids.map((id) => trips.doc(id).update({ at: admin.firestore.FieldValue.serverTimestamp() }))) // expect: no-n-plus-one/queryInLoop
