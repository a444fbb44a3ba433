module.exports = {
  ok(res, data) {
    return res.json({ success: true, data });
  },
  notFound(res, message = 'Not found') {
    return res.status(404).json({ success: false, error: message });
  },
  error(res, err) {
    console.error(err);
    return res.status(500).json({ success: false, error: err.message || 'Server error' });
  },
};
