const mongoose = require('mongoose');
const { Importer } = require('./importer');

const Price = mongoose.model('Price', new mongoose.Schema({ sku: String, price: Number }));

class PriceImporter extends Importer {
  async store(price) {
    await Price.create(price);
  }
}

module.exports = { PriceImporter };
