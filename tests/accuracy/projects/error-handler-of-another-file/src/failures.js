// why: what is registered as an error handler is known in the file that defines it
exports.missing = (req, res) => {
  res.sendStatus(404);
};

exports.failed = (err, req, res) => { // expect: valid-error-middleware/wrongParameters
  res.sendStatus(err.status ?? 500);
};

exports.logged = (err, req, res, next) => {
  console.error(err);
  next(err);
};
