const bookshelf = require('bookshelf')(require('knex')({ client: 'pg' }));

const Base = bookshelf.Model.extend({
  latest(count) {
    return this.query((builder) => {
      builder.orderBy('created_at', 'desc');
      builder.limit(count);
    }).fetchAll();
  },
});

exports.Photo = Base.extend({
  tableName: 'photos',
  album() {
    return this.belongsTo(exports.Album);
  },
});
exports.Album = Base.extend({
  tableName: 'albums',
  photos() {
    return this.hasMany(exports.Photo);
  },
});
