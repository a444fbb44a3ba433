// why: a tree that reads the children of each node anew queries once a node
const Comment = require('./comment');

async function withReplies(comment) {
  const children = await Comment.findAll({ where: { parentId: comment.id } });
  return { text: comment.text, replies: await Promise.all(children.map((child) => withReplies(child))) }; // expect: no-n-plus-one/queryInLoop
}

module.exports = { withReplies };
