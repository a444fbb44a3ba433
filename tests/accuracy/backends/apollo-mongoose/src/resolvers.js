import { GraphQLError } from 'graphql';

export const resolvers = {
  Query: {
    books: (_, __, { dataSources }) => dataSources.books.allBooks(),
    users: (_, { limit }, { dataSources }) => dataSources.users.findAll(limit), // missed: require-pagination-cap
    book: (_, { id }, { dataSources }) => dataSources.books.findById(id),
  },
  Mutation: {
    register: async (_, { input }, { dataSources }) => { // missed: require-rate-limit
      try {
        return await dataSources.users.register(input);
      } catch (err) {
        if (err.code === 11000) throw new GraphQLError('Email already used');
        throw new GraphQLError(err.message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } }); // expect: no-raw-error-response/errorMessage
      }
    },
    updateProfile: (_, { name, password }, { dataSources, user }) =>
      dataSources.users.updateProfile(user.id, { name, password }),
    resetPassword: (_, { token, password }, { dataSources }) => // missed: require-rate-limit
      dataSources.users.resetPassword(token, password),
    rate: (_, { ratings }, { dataSources }) => dataSources.books.rateMany(ratings),
  },
};
