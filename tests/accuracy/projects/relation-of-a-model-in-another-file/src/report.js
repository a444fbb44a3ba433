// why: what a row can do, and what its model can, stands in the objects that the model was extended with
const Photo = require('./photo');

exports.titles = async () => {
  const titles = [];
  const photos = await Photo.open();
  for (const photo of photos.models) {
    const album = await photo.album().fetch(); // expect: no-n-plus-one/queryInLoop
    titles.push(album.get('title'));
  }
  return titles;
};
