import type { Command } from 'commander';
import { ScoreRebuild } from '../pomodoro/score-rebuild.service.js';
import type { Desk } from './desk.js';

/** What the leaderboards show. */
export function addScoreCommands(program: Command, desk: Desk): void {
  const scores = program.command('scores').description('look after the leaderboards of the pomodoro API');
  scores
    .command('rebuild')
    .description('make all scores anew from the tomatoes, and print those that were wrong, one a line')
    .action(() => rebuild(desk));
}

async function rebuild(desk: Desk): Promise<void> {
  const scores = await desk.service(ScoreRebuild);
  let wrong = 0;
  for await (const { user, period, was, is } of scores.scoresOfAll()) {
    wrong += 1;
    desk.print(`user ${user} ${period}: ${was} → ${is}`);
  }
  for (const { period, endsAtMs, was, is } of await scores.boards()) {
    wrong += 1;
    desk.print(`people on the ${period} board ${endOf(endsAtMs)}: ${was} → ${is}`);
  }
  const found =
    wrong === 1 ? '1 number was wrong, and is right now.' : `${wrong} numbers were wrong, and are right now.`;
  desk.remark(wrong === 0 ? 'Everything was right.' : found);
}

/** The board of all times has an end that no date can write. */
const endOf = (atMs: number): string =>
  Number.isNaN(new Date(atMs).getTime()) ? 'without an end' : `until ${new Date(atMs).toISOString()}`;
