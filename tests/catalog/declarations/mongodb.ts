import { mongodb } from '../../../src/catalog/databases/mongodb.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: mongodb,
  modules: ['mongodb'],
  types: {
    Driver: "typeof import('mongodb')",
    MongoClientClass: "typeof import('mongodb').MongoClient",
    MongoClient: "import('mongodb').MongoClient",
    Session: "import('mongodb').ClientSession",
    Db: "import('mongodb').Db",
    Collection: "import('mongodb').Collection",
    Bulk: "import('mongodb').BulkOperationBase",
    BulkFind: "import('mongodb').FindOperators",
    Cursor: ["import('mongodb').FindCursor", "import('mongodb').AggregationCursor"],
  },
  onlyIn: {
    default: 'the CommonJS module itself',
    ...because('the MongoDB driver up to version 3', ['connect', 'Driver.connect', 'Collection.insert', 'Collection.save', 'Collection.update', 'Collection.remove', 'Collection.findAndModify', 'Collection.findAndRemove', 'Collection.ensureIndex', 'Collection.mapReduce', 'Cursor.each', 'Cursor.nextObject']),
    ...because('callbacks: the MongoDB driver up to version 4', ['MongoClient.connect', 'Cursor.toArray']),
    'Driver.Collection': 'MarsDB',
    'Cursor.then': 'MarsDB',
  },
} satisfies Declarations;
