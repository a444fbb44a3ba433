// why: a handler that is exported in a list with its middleware belongs to the route that is given the list
const mongoose = require('mongoose');
const authenticate = require('./authenticate');

const Book = mongoose.model('Book', new mongoose.Schema({ title: String }));

exports.list = [
  authenticate,
  function (req, res) {
    Book.find({ owner: req.user._id }).then((books) => reply(res, books)); // expect: no-db-in-controller/queryInController
  },
];

exports.jobs = [
  authenticate,
  function (a, b) {
    Book.countDocuments({ owner: a }).then(b);
  },
];

function reply(res, data) {
  return res.status(200).json({ data });
}
