const { Router } = require('express');
const posts = require('../services/posts');
const Post = require('../models/Post');
const respond = require('../utils/respond');

const router = Router();

router.get('/', async (req, res) => {
  try {
    const { page = 0, perPage = 20 } = req.query;
    const result = await posts.feed({ page: Number(page), perPage: Number(perPage) }); // expect: require-pagination-cap/uncappedLimit
    respond.ok(res, result);
  } catch (e) {
    respond.error(res, e); // expect: no-raw-error-response/errorMessage
  }
});

router.get('/all', (req, res) => {
  posts
    .all()
    .then((rows) => res.json(rows))
    .catch((e) => res.status(500).json({ message: e.message })); // expect: no-raw-error-response/errorMessage
});

router.get('/authors', (req, res, next) => {
  posts.withAuthors().then((rows) => res.json(rows)).catch(next);
});

router.post('/import', async (req, res, next) => {
  try {
    await posts.importPosts(req.user.id, req.body.rows); // expect: no-mass-assignment/wholeBodyThrough
    res.sendStatus(202);
  } catch (e) {
    next(e);
  }
});

router.get('/search', async (req, res) => { // missed: no-unhandled-async-handler
  res.json(await posts.search(req.query));
});

router.delete('/:id', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const deleted = await Post.query().deleteById(req.params.id); // expect: no-db-in-controller/queryInController
  if (!deleted) return respond.notFound(res);
  res.sendStatus(204);
});

module.exports = router;
