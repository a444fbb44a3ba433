// why: what is added to a bulk waits there until the bulk is executed
const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);

exports.store = async (readings) => {
  const bulk = client.db('weather').collection('readings').initializeUnorderedBulkOp();
  for (const { station, at, celsius } of readings) {
    bulk.find({ station, at }).upsert().updateOne({ $set: { celsius } });
  }
  return bulk.execute();
};
