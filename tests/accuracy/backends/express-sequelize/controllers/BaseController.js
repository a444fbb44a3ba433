class BaseController {
  constructor(model) {
    this.model = model;
    this.getAll = this.getAll.bind(this);
    this.getOne = this.getOne.bind(this);
  }

  async getAll(req, res) {
    try {
      const rows = await this.model.findAll({ // expect: no-db-in-controller/queryInController
        limit: parseInt(req.query.limit, 10) || 25, // expect: require-pagination-cap/uncappedLimit
        offset: parseInt(req.query.offset, 10) || 0,
      });
      return this.sendOk(res, rows); // expect: no-sensitive-data-in-response/sensitiveRow
    } catch (error) {
      return this.sendError(res, error); // expect: no-raw-error-response/errorStack
    }
  }

  async getOne(req, res) { // expect: no-unhandled-async-handler/uncaughtAwait
    const row = await this.model.findByPk(req.params.id); // expect: no-db-in-controller/queryInController
    if (!row) return res.status(404).json({ status: 'error', message: 'Not found' });
    return this.sendOk(res, row); // expect: no-sensitive-data-in-response/sensitiveRow
  }

  sendOk(res, data) {
    return res.json({ status: 'success', data });
  }

  sendError(res, error, code = 500) {
    return res.status(code).json({ status: 'error', message: error.message, stack: error.stack });
  }
}

module.exports = BaseController;
