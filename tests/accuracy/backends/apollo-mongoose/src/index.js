import express from 'express';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@apollo/server/express4';
import mongoose from 'mongoose';
import { readFileSync } from 'fs';
import { resolvers } from './resolvers.js';
import { BooksAPI } from './datasources/BooksAPI.js';
import { UsersAPI } from './datasources/UsersAPI.js';

await mongoose.connect(process.env.MONGO_URL);

const server = new ApolloServer({
  typeDefs: readFileSync('./schema.graphql', 'utf8'),
  resolvers,
  formatError: (formatted, error) => {
    if (formatted.extensions.code === 'INTERNAL_SERVER_ERROR') {
      return { message: 'Internal error' };
    }
    return formatted;
  },
});
await server.start();

const app = express();
app.use('/graphql', express.json(), expressMiddleware(server, {
  context: async ({ req }) => ({
    user: req.user,
    dataSources: { books: new BooksAPI(), users: new UsersAPI() },
  }),
}));
app.get('/health', async (req, res) => {
  try {
    await mongoose.connection.db.admin().ping();
    res.send('ok');
  } catch (err) {
    res.status(503).send(err.stack); // expect: no-raw-error-response/errorStack
  }
});
app.listen(4000);
