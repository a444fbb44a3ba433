// why: statements that go to different partitions are best sent at once, and a page comes back whether a size is stated or not
const { Client } = require('cassandra-driver');

const client = new Client({ contactPoints: ['db'], localDataCenter: 'dc1', keyspace: 'feeds' });

exports.ofUsers = (ids) => Promise.all(ids.map((id) => client.execute('SELECT post FROM feed WHERE user_id = ?', [id], { prepare: true })));

exports.move = async (post, from, to) => {
  await client.execute('INSERT INTO feed (user_id, post) VALUES (?, ?)', [to, post], { prepare: true });
  await client.execute('DELETE FROM feed WHERE user_id = ? AND post = ?', [from, post], { prepare: true });
};
