module.exports = {
  async withBooks() {
    const shelves = await Shelf.find().limit(50);
    for (const shelf of shelves) {
      shelf.books = await Book.onShelf(shelf.id); // expect: no-n-plus-one/queryInLoop
    }
    return shelves;
  },

  withBooksAtOnce() {
    return Shelf.find().limit(50).populate('books');
  },
};
