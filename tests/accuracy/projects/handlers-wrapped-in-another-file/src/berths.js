const store = require('./store');

exports.list = async (req, res) => {
  res.json(await store.first(20));
};

exports.free = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const berth = await store.one(req.params.id);
  res.json({ free: berth.free });
};
