// why: what an action of Sails takes is described beside it, its maximum included, and an error that ends it stays with the server in production
module.exports = {
  friendlyName: 'List books',
  inputs: {
    limit: { type: 'number', max: 50, defaultsTo: 20 },
  },
  exits: {
    unavailable: { responseType: 'serverError' },
  },
  fn: async function (inputs, exits) {
    try {
      return exits.success(await BookService.page(inputs.limit));
    } catch (err) {
      sails.log.error('The list of books failed', err);
      return exits.unavailable(err);
    }
  },
};
