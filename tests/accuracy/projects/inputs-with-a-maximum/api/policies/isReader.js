module.exports = async (req, res, proceed) => {
  if (!(await Book.findOne({ reader: req.session.userId }))) return res.forbidden();
  return proceed();
};
