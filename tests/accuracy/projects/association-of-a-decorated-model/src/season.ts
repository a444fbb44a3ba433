// why: what a decorated association holds are rows that can be saved
import { Player, Team } from './models';

export async function startSeason(teamId: number) {
  const team = await Team.findByPk(teamId, { include: [Player] });
  if (!team) return;
  for (const player of team.players) {
    player.goals = 0;
    await player.save(); // expect: no-n-plus-one/writeInLoop
  }
}
