module.exports = {
  attributes: {
    title: { type: 'string', required: true },
    shelf: { model: 'shelf' },
  },

  onShelf(shelf) {
    return this.find({ shelf });
  },
};
