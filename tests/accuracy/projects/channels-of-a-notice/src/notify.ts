// why: of three classes behind an interface, one that queries proves nothing
import type { Channel } from './channel';

export async function notifyAll(channel: Channel, members: { address: string }[]) {
  for (const member of members) {
    await channel.deliver(member.address, 'The venue has changed');
  }
}
