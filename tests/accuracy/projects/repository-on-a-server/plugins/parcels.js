// why: what a plugin puts on the server is called by routes that import nothing of it
const fp = require('fastify-plugin');

module.exports = fp(async (fastify) => {
  const parcels = fastify.mongo.db.collection('parcels');
  const scans = fastify.mongo.db.collection('scans');

  fastify.decorate('parcels', {
    list: async ({ limit = 50, skip = 0 } = {}) => parcels.find({}, { limit, skip }).toArray(),
    all: async () => parcels.find().toArray(), // expect: require-pagination-cap/unboundedList
    lastScan: async (code) => scans.find({ code }).sort({ at: -1 }).limit(1).next(),
  });
});
