// why: a list that is saved as a whole is saved by one call
import type { Repository } from 'typeorm';
import { Player } from './player';
import { ranked } from './ranked';

export class Standings {
  constructor(private readonly players: Repository<Player>) {}

  async update(names: Map<number, string>) {
    const players = ranked(await this.players.find());
    await this.players.save(players);
    return players.map((player) => `${player.rank}. ${names.get(player.id) ?? ''}`);
  }
}
