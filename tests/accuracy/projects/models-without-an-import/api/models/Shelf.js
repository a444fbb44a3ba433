module.exports = {
  attributes: {
    label: { type: 'string' },
    books: { collection: 'book', via: 'shelf' },
  },
};
