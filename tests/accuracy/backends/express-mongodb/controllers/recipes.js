const Recipe = require('../models/recipe');
const { database } = require('../db');

exports.index = (req, res, next) => {
  Recipe.fetchAll()
    .then((recipes) => res.render('index', { recipes }))
    .catch((err) => next(err));
};

exports.page = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const { page = 1, size = 10 } = req.query;
  const recipes = await Recipe.fetchPage(Number(page), Number(size)); // expect: require-pagination-cap/uncappedLimit
  res.json(recipes);
};

exports.create = (req, res) => {
  new Recipe(req.body.title, req.body.ingredients)
    .save()
    .then((result) => res.status(201).json(result))
    .catch((err) => {
      console.log(err);
      res.status(500).json({ error: 'Could not create the recipe', details: err.message }); // expect: no-raw-error-response/errorMessage
    });
};

exports.like = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  await database().collection('likes').insertOne({ recipe: req.params.id, user: req.user.id }); // expect: no-db-in-controller/queryInController
  res.sendStatus(204);
};

exports.shopping = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const db = database();
  const cursor = db.collection('plans').find({ user: req.user.id });
  const list = [];
  for await (const plan of cursor) {
    const recipe = await db.collection('recipes').findOne({ _id: plan.recipe }); // expect: no-db-in-controller/queryInController, no-n-plus-one/queryInLoop
    list.push(...recipe.ingredients);
  }
  res.json(list);
};
