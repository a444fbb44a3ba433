// why: a function that a model's query is handed sets its size, and the rows of a relation belong to one row
const { Router } = require('express');
const photos = require('./photos');

const router = Router();

router.get('/photos', (req, res, next) => {
  photos.latest().then((rows) => res.json(rows.toJSON())).catch(next);
});
router.get('/albums/:id/photos', (req, res, next) => {
  photos.ofAlbum(req.params.id).then((rows) => res.json(rows.toJSON())).catch(next);
});

module.exports = router;
