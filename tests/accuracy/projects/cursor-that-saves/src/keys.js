// why: a cursor spares the memory, and each document is still saved on its own
const Track = require('./track');

exports.addKeys = async () => {
  for await (const track of Track.find({ key: null }).cursor()) {
    track.key = track.title.trim().toLowerCase();
    await track.save(); // expect: no-n-plus-one/writeInLoop
  }
};
