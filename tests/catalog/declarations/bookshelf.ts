import { bookshelf } from '../../../src/catalog/databases/bookshelf.js';
import { because, type Declarations } from '../declared.js';

const row = "import('bookshelf').Model<any>";
const collection = "import('bookshelf').Collection<any>";

export default {
  library: bookshelf,
  modules: ['bookshelf'],
  types: {
    Bookshelf: "ReturnType<typeof import('bookshelf')>",
    Model: "typeof import('bookshelf').Model",
    Row: row,
    Query: row,
    CollectionClass: "typeof import('bookshelf').Collection",
    Collection: collection,
    RelatedQuery: collection,
    Related: [collection, row],
  },
  onlyIn: {
    ...because('the package itself, not its declarations', ['Model.orderBy', 'Model.query', 'Model.fetchPage', 'Collection.fetchPage', 'RelatedQuery.fetchPage']),
  },
} satisfies Declarations;
