// why: documents in the groups that lodash makes are saved one by one
const _ = require('lodash');
const { Visit } = require('./visit');

exports.rank = async (siteId) => {
  const visits = await Visit.find({ siteId });
  const byPage = _.groupBy(visits, (visit) => visit.page);
  for (const [page, group] of Object.entries(byPage)) {
    for (const [index, visit] of group.entries()) {
      visit.position = index;
      await visit.save(); // expect: no-n-plus-one/writeInLoop
    }
  }
};
