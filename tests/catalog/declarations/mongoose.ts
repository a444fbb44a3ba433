import { mongoose } from '../../../src/catalog/databases/mongoose.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: mongoose,
  modules: ['mongoose', '@nestjs/mongoose', '@typegoose/typegoose'],
  types: {
    Mongoose: ["typeof import('mongoose')", "import('mongoose').Mongoose"],
    Connection: "import('mongoose').Connection",
    Session: "import('mongoose').ClientSession",
    SchemaClass: "typeof import('mongoose').Schema",
    Schema: "import('mongoose').Schema",
    SchemaFactory: "typeof import('@nestjs/mongoose').SchemaFactory",
    Model: "import('mongoose').Model<any>",
    Query: "import('mongoose').Query<any, any>",
    Aggregate: "import('mongoose').Aggregate<any>",
    Cursor: "import('mongoose').Cursor<any>",
    Document: ["import('mongoose').Document", "import('mongoose').HydratedDocument<{}>"],
  },
  onlyIn: {
    ...because('Mongoose 4 to 7', ['Model.findByIdAndRemove', 'Model.findOneAndRemove', 'Model.update', 'Model.remove', 'Model.count', 'Query.count', 'Document.remove', 'Document.update', 'Document.execPopulate']),
    ...because('plain JavaScript; the declarations know it with `new` only', ['SchemaClass()']),
    ...because('the paginate plugins', ['Model.paginate', 'Model.aggregatePaginate']),
  },
} satisfies Declarations;
