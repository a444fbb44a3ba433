// why: Sails makes models and services known everywhere by the names of their files, and a model's methods stand in the object that describes it
module.exports = {
  async list(req, res) {
    return res.json(await ShelfService.withBooksAtOnce());
  },
  async count(req, res) {
    return res.json({ count: await Shelf.count() }); // expect: no-db-in-controller/queryInController
  },
};
