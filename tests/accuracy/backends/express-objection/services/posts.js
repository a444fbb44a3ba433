const Post = require('../models/Post');
const User = require('../models/User');

async function feed({ page, perPage }) {
  return Post.published().orderBy('id', 'desc').page(page, perPage); // expect: require-pagination-cap/uncappedLimit
}

async function withAuthors() {
  const posts = await Post.published().limit(20);
  return Promise.all(
    posts.map(async (post) => {
      post.author = await post.$relatedQuery('author'); // expect: no-n-plus-one/queryInLoop
      return post;
    })
  );
}

async function withAuthorsEager() {
  return Post.published().withGraphFetched('author').limit(20);
}

async function importPosts(userId, rows) {
  const user = await User.query().findById(userId);
  for (const row of rows) {
    await user.$relatedQuery('posts').insert(row); // expect: no-n-plus-one/writeInLoop
  }
}

async function importPostsBatch(userId, rows) {
  await Post.query().insert(rows.map((row) => ({ ...row, user_id: userId })));
}

async function all() {
  return Post.query().withGraphFetched('author'); // expect: require-pagination-cap/unboundedList
}

async function search(filters) {
  const query = Post.query().limit(50);
  for (const [key, value] of Object.entries(filters)) {
    query.where(key, value);
  }
  return query;
}

module.exports = { feed, withAuthors, withAuthorsEager, importPosts, importPostsBatch, all, search };
