import { objection } from '../../../src/catalog/databases/objection.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: objection,
  modules: ['objection'],
  types: {
    Model: "typeof import('objection').Model",
    Instance: "import('objection').Model",
    QueryBuilder: "import('objection').QueryBuilder<import('objection').Model>",
  },
  onlyIn: because('Objection 1 and 2', ['Model.loadRelated', 'Instance.$loadRelated', 'QueryBuilder.eager', 'QueryBuilder.joinEager', 'QueryBuilder.allowEager', 'QueryBuilder.mergeEager', 'QueryBuilder.modifyEager', 'QueryBuilder.mergeAllowEager']),
} satisfies Declarations;
