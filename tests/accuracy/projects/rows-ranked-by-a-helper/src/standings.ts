// why: the helper that ranks rows gives back the same rows
import { Player } from './player';
import { ranked } from './ranked';

export async function updateStandings(league: number) {
  const players = ranked(await Player.findBy({ league }));
  await Promise.all(
    players.map((player, index) => {
      player.rank = index + 1;
      return player.save(); // expect: no-n-plus-one/writeInLoop
    }),
  );
}
