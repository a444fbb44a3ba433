const listed = { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 100 } } } };

module.exports = async (fastify) => {
  fastify.get('/parcels', { schema: listed }, async (request) => fastify.parcels.list({ limit: request.query.limit }));
  fastify.get('/parcels/found', async (request) => fastify.parcels.list({ limit: request.query.limit })); // expect: require-pagination-cap/uncappedLimit
  fastify.get('/parcels/all', async () => fastify.parcels.all());

  fastify.get('/parcels/scanned', async function () {
    const found = await this.parcels.list();
    return Promise.all(found.map(async (parcel) => ({ ...parcel, scan: await this.parcels.lastScan(parcel.code) }))); // expect: no-n-plus-one/queryInLoop
  });

  fastify.get('/parcels/:code', async function (request) {
    return this.mongo.db.collection('parcels').findOne({ code: request.params.code }); // expect: no-db-in-controller/queryInController
  });
};
