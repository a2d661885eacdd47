import type { ChildProcess } from 'node:child_process';
import type { Measurement, Plan } from './load.ts';
import { cpuSeconds, forkProgram, peakRssMiB, reply, type Server } from './processes.ts';
import { median, number, printTable, verdict } from './report.ts';

export interface Contender {
  readonly name: string;
  readonly server: Server;
  /** As {@link Plan.requests}. */
  readonly requests: Plan['requests'];
}

export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

interface Round extends Measurement {
  /** What the server's process spent on a request: steadier than its throughput on a machine that others use too. */
  readonly cpuUs: number;
}

/**
 * Loads a reference and our server in turns, A B A B, so that what else the machine does in a minute falls on both, and
 * prints the median of the rounds. The ratio too is taken round by round.
 */
export async function compare(
  title: string,
  [reference, ours]: readonly [Contender, Contender],
  { rounds, seconds }: Effort,
  aim: number,
): Promise<void> {
  const client = forkProgram('load.ts');
  for (const contender of [reference, ours]) await load(client, contender, 1.5);
  const results: [Round, Round][] = [];
  for (let round = 0; round < rounds; round += 1) {
    results.push([await load(client, reference, seconds), await load(client, ours, seconds)]);
  }
  client.disconnect();

  console.log(`\n${title} (${reference.requests.length} connections, ${rounds} rounds of ${seconds} s each)`);
  printTable(
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/request', 'peak RSS MiB', 'client busy'],
    [row(reference, results.map(([a]) => a)), row(ours, results.map(([, b]) => b))],
  );
  const ratios = results.map(([a, b]) => b.requestsPerSecond / a.requestsPerSecond);
  const spread = `${number(Math.min(...ratios), 2)} to ${number(Math.max(...ratios), 2)}`;
  verdict(`ratio ${number(median(ratios), 2)} (rounds: ${spread})`, `aim ≥ ${aim}`, median(ratios) >= aim);
}

async function load(client: ChildProcess, { server, requests }: Contender, seconds: number): Promise<Round> {
  const before = cpuSeconds(server) ?? Number.NaN;
  client.send({ port: server.port, requests, seconds } satisfies Plan);
  const measurement = await reply<Measurement>(client);
  const spent = (cpuSeconds(server) ?? Number.NaN) - before;
  return { ...measurement, cpuUs: (spent / measurement.requests) * 1e6 };
}

function row({ name, server }: Contender, rounds: readonly Round[]): readonly string[] {
  const middle = (member: keyof Round) => median(rounds.map((round) => round[member]));
  return [
    name,
    number(middle('requestsPerSecond')),
    number(middle('p50Ms'), 2),
    number(middle('p99Ms'), 2),
    number(middle('cpuUs'), 1),
    number(peakRssMiB(server)),
    `${number(middle('clientBusy') * 100)} %`,
  ];
}
