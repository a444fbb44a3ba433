import { sequelize } from '../../../src/catalog/databases/sequelize.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: sequelize,
  modules: ['sequelize', 'sequelize-typescript'],
  types: {
    SequelizeClass: ["typeof import('sequelize').Sequelize", "typeof import('sequelize')"],
    Sequelize: ["import('sequelize').Sequelize", "import('sequelize-typescript').Sequelize"],
    Transaction: "import('sequelize').Transaction",
    QueryInterface: "import('sequelize').QueryInterface",
    Model: ["typeof import('sequelize').Model", "typeof import('sequelize-typescript').Model"],
    Instance: ["import('sequelize').Model", "import('sequelize-typescript').Model"],
  },
  onlyIn: {
    default: 'the CommonJS module itself',
    ...because('@nestjs/sequelize', ['InjectModel', 'InjectConnection']),
    ...because('Sequelize 4 and 5', ['Sequelize.import', 'Model.findAndCount', 'Model.all', 'Model.find', 'Model.findById', 'Model.findByPrimary', 'Model.findOrInitialize', 'Model.hook', 'Instance.updateAttributes']),
    ...because('Sequelize 7', ['Model.withScope', 'Model.withoutScope', 'Model.withInitialScope', 'Model.withSchema']),
  },
} satisfies Declarations;
