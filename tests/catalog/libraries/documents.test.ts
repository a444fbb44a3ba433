/** DynamoDB and Firestore: rows that are sent, and passwords in what is written. */
import { cases } from './libraries.kit.js';

const rules = ['no-unhashed-password', 'require-pagination-cap', 'no-n-plus-one'];

cases('Firestore', { head: "import express from 'express';\nimport { getFirestore } from 'firebase-admin/firestore';\nimport bcrypt from 'bcrypt';\nconst app = express();\nconst db = getFirestore();", rules }, {
  'a document that holds a password': `
app.post('/users', async (req, res) => {
  const { email, password } = req.body;
  await db.collection('users').add({ email, password }); // expect: no-unhashed-password/plaintext
  await db.collection('users').doc(email).set({ password }); // expect: no-unhashed-password/plaintext
  await db.collection('users').add({ email, password: await bcrypt.hash(password, 12) });
  res.sendStatus(201);
});`,
  'documents added one by one': `
export async function keep(tags) {
  for (const tag of tags) await db.collection('tags').add({ tag }); // expect: no-n-plus-one/writeInLoop
}`,
  'a whole collection that is sent': `
app.get('/posts', async (req, res) => {
  const snapshot = await db.collection('posts').get(); // expect: require-pagination-cap/unboundedList
  res.json(snapshot.docs.map((doc) => doc.data()));
});
app.get('/few', async (req, res) => {
  const snapshot = await db.collection('posts').limit(20).get();
  res.json(snapshot.docs.map((doc) => doc.data()));
});
app.get('/first', async (req, res) => {
  const snapshot = await db.collection('posts').get();
  res.json(snapshot.docs[0].data());
});`,
});

cases('DynamoDB', { head: "import express from 'express';\nimport { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';\nimport bcrypt from 'bcrypt';\nconst app = express();\nconst client = DynamoDBDocumentClient.from(new DynamoDBClient({}));\nconst TableName = 'users';", rules }, {
  'a password in an item, and in the values of an expression': `
app.put('/users/:id', async (req, res) => {
  const { password } = req.body;
  await client.send(new PutCommand({ TableName, Item: { id: req.params.id, password } })); // expect: no-unhashed-password/plaintext
  await client.send(new UpdateCommand({
    TableName,
    Key: { id: req.params.id },
    UpdateExpression: 'SET seen = :s, password = :p',
    ExpressionAttributeValues: { ':s': true, ':p': password }, // expect: no-unhashed-password/plaintext
  }));
  await client.send(new UpdateCommand({ TableName, Key: { id: req.params.id }, UpdateExpression: 'SET password = :p', ExpressionAttributeValues: { ':p': await bcrypt.hash(password, 12) } }));
  await client.send(new UpdateCommand({ TableName, Key: { id: req.params.id }, UpdateExpression: 'SET note = :p', ExpressionAttributeValues: { ':p': password } }));
  res.sendStatus(204);
});`,
  'a whole table that is sent': `
app.get('/users', async (req, res) => {
  const { Items } = await client.send(new ScanCommand({ TableName })); // expect: require-pagination-cap/unboundedList
  res.json(Items);
});
app.get('/few', async (req, res) => {
  const { Items } = await client.send(new ScanCommand({ TableName, Limit: 20 }));
  res.json(Items);
});
app.get('/count', async (req, res) => {
  const { Count } = await client.send(new ScanCommand({ TableName, Select: 'COUNT' }));
  res.json({ Count });
});`,
});
