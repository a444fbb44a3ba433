export class BaseSource {
  constructor(model) {
    this.model = model;
  }

  findById(id) {
    return this.model.findById(id).lean();
  }

  findAll(limit) {
    return this.model.find().limit(limit).lean();
  }
}
