const knex = require('./knex');

exports.withTransaction = async (work) => {
  const trx = await knex.transaction();
  try {
    const result = await work(trx);
    await trx.commit();
    return result;
  } catch (error) {
    await trx.rollback();
    throw error;
  }
};
