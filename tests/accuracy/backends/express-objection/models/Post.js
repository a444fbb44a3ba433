const BaseModel = require('./BaseModel');
const User = require('./User');

class Post extends BaseModel {
  static get tableName() {
    return 'posts';
  }

  static get relationMappings() {
    return {
      author: {
        relation: BaseModel.BelongsToOneRelation,
        modelClass: User,
        join: { from: 'posts.user_id', to: 'users.id' },
      },
    };
  }

  static published() {
    return this.query().where('published', true);
  }
}

module.exports = Post;
