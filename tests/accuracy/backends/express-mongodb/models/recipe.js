const { ObjectId } = require('mongodb');
const { database } = require('../db');

class Recipe {
  constructor(title, ingredients) {
    this.title = title;
    this.ingredients = ingredients;
  }

  save() {
    return database().collection('recipes').insertOne(this);
  }

  static fetchAll() {
    const db = database();
    return db.collection('recipes').find().toArray(); // expect: require-pagination-cap/unboundedList
  }

  static fetchPage(page, size) {
    return database()
      .collection('recipes')
      .find()
      .skip((page - 1) * size)
      .limit(size) // expect: require-pagination-cap/uncappedLimit
      .toArray();
  }

  static findById(id) {
    return database().collection('recipes').findOne({ _id: new ObjectId(id) });
  }

  static async fromIds(ids) {
    const recipes = [];
    for (const id of ids) {
      recipes.push(await Recipe.findById(id)); // expect: no-n-plus-one/queryInLoop
    }
    return recipes;
  }

  static fromIdsAtOnce(ids) {
    return database().collection('recipes').find({ _id: { $in: ids.map((id) => new ObjectId(id)) } }).toArray();
  }
}

module.exports = Recipe;
