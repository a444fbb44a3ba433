// why: a script that declares no variable still sends what it put there
const express = require('express');
const { PrismaClient } = require('@prisma/client');
const { countAll } = require('./count');

const prisma = new PrismaClient();
const app = express();

function all() {
  return prisma.product.findMany(); // expect: require-pagination-cap/unboundedList
}

app.get('/products', (req, res) => {
  all().then((products) => {
    output = { products: products };
    res.render('products', { output: output });
  });
});

app.get('/products/count', (req, res) => {
  countAll().then((count) => {
    output = { count: count };
    res.render('count', { output: output });
  });
});
