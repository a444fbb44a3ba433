// why: rows keep what they are when they are grouped
import { groupBy } from 'lodash';
import { Subscription } from './subscription';

export async function notify() {
  const subscriptions = await Subscription.findAll({ where: { active: true } });
  for (const group of Object.values(groupBy(subscriptions, 'teamId'))) {
    for (const subscription of group) {
      subscription.notifiedAt = new Date();
      await subscription.save(); // expect: no-n-plus-one/writeInLoop
    }
  }
}
