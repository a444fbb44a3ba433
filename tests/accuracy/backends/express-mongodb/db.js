const { MongoClient } = require('mongodb');

let current;

const connect = (done) => {
  MongoClient.connect(process.env.MONGO_URL)
    .then((client) => {
      current = client.db();
      return done();
    })
    .catch((err) => done(err));
};

const database = () => current;

module.exports = { connect, database };
