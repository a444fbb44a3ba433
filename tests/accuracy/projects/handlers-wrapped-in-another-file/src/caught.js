module.exports = function caught(handler) {
  return function (req, res, next) {
    return Promise.resolve(handler(req, res, next)).catch(next);
  };
};
