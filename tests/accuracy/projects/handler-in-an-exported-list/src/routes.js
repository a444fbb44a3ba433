const express = require('express');
const books = require('./books.controller');

const router = express.Router();
router.get('/', books.list);
module.exports = { router, jobs: books.jobs };
