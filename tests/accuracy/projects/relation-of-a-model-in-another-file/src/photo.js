const bookshelf = require('./bookshelf');

const Photo = bookshelf.Model.extend({
  tableName: 'photos',
  album() {
    return this.belongsTo('Album');
  },
}, {
  open() {
    return this.where({ state: 'open' }).fetchAll();
  },
});

module.exports = bookshelf.model('Photo', Photo);
