import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBoot } from './boot.ts';
import { benchDataQuery } from './data-query.ts';
import { benchEmptyGet } from './empty-get.ts';
import { benchHeartbeats } from './heartbeats.ts';
import { benchLogins } from './logins.ts';
import { benchLeaderboard } from './leaderboard.ts';
import { benchPlays } from './plays.ts';
import { benchProjection } from './projection.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    connections: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1.5' },
    queries: { type: 'string', default: '25' },
  },
});
const connections = Number(values.connections);
const effort = { rounds: Number(values.rounds), seconds: Number(values.seconds) };

const benches = new Map([
  ['heartbeats', () => benchHeartbeats(connections, effort)],
  ['empty-get', () => benchEmptyGet(connections, effort)],
  ['data-query', () => benchDataQuery(Number(values.queries))],
  ['logins', () => benchLogins(effort)],
  ['leaderboard', () => benchLeaderboard(Number(values.queries))],
  ['plays', () => benchPlays(Number(values.queries))],
  ['projection', benchProjection],
  ['boot', () => benchBoot(Math.min(3, effort.rounds))],
]);

const wanted = positionals.length > 0 ? positionals : [...benches.keys()];
const unknown = wanted.filter((name) => !benches.has(name));
if (unknown.length > 0) {
  console.error(`There is no bench '${unknown.join("', '")}'; there are ${[...benches.keys()].join(', ')}.`);
  process.exit(1);
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const name of wanted) await benches.get(name)?.();
process.exit();
