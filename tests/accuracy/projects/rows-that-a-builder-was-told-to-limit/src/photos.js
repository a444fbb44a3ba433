const { Album, Photo } = require('./models');

exports.latest = () => new Photo().latest(30);
exports.ofAlbum = (id) => new Album({ id }).fetch({ require: true }).then((album) => album.photos().fetch());
