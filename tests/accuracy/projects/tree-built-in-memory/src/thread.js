// why: a recursion over rows that were read at once makes no query
const Comment = require('./comment');

exports.threadOf = async (postId) => {
  const rows = await Comment.findAll({ where: { postId } });
  const below = (parentId) => rows.filter((row) => row.parentId === parentId).map((row) => ({ text: row.text, replies: below(row.id) }));
  return below(null);
};
