import { waterline } from '../../../src/catalog/databases/waterline.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: waterline,
  modules: ['waterline'],
  types: {
    WaterlineClass: "typeof import('waterline')",
    Waterline: "import('waterline').Waterline",
    Model: "import('waterline').Model",
    Query: ["import('waterline').QueryBuilder<any>", "import('waterline').UpdateBuilder<any>"],
    Row: "import('waterline').ModelInstance",
  },
  unnamed: because('https://sailsjs.com/documentation/reference', ['Sails', 'Models', 'Datastore', 'Connection', 'NativeQuery', 'Members']),
  onlyIn: {
    ...because('https://sailsjs.com/documentation/reference/waterline-orm/models', [
      'Model.sum', 'Model.avg', 'Model.archive', 'Model.archiveOne', 'Model.addToCollection', 'Model.removeFromCollection', 'Model.replaceCollection', 'Model.getDatastore', 'Model.validate', 'Model.attributes',
    ]),
    ...because('https://sailsjs.com/documentation/reference/web-sockets/resourceful-pub-sub', ['Model.subscribe', 'Model.unsubscribe', 'Model.publish', 'Model.publishCreate', 'Model.publishUpdate', 'Model.publishDestroy', 'Model.watch']),
    ...because('https://sailsjs.com/documentation/reference/waterline-orm/queries', [
      'Query.paginate', 'Query.populateAll', 'Query.select', 'Query.omit', 'Query.usingConnection', 'Query.eachRecord', 'Query.eachBatch', 'Query.stream', 'Query.decrypt', 'Query.intercept', 'Query.tolerate', 'Query.retry', 'Query.toPromise', 'Query.log',
    ]),
    'Row.toObject': 'Waterline 0.12',
  },
} satisfies Declarations;
