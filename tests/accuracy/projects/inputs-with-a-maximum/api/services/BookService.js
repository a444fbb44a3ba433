module.exports = {
  page: (limit) => Book.find({ state: 'open' }).limit(limit),
};
