import type { ChildProcess } from 'node:child_process';
import { rawRequest } from './accounts.ts';
import type { Effort } from './comparison.ts';
import type { Measurement, Plan } from './load.ts';
import { forkProgram, reply, startGuildhall, stop, temporaryFolder, type Server } from './processes.ts';
import { median, number, printTable, verdict } from './report.ts';

const atOnce = 8;
const personOf = (name: string) => ({ name, email: `${name}@example.org`, password: 'correct horse battery staple' });
const people = Array.from({ length: atOnce }, (_, index) => personOf(`login_${index}`));

/** What others notice of people logging in: with passwords hashed on the event loop, they would wait for each. */
export async function benchLogins({ rounds, seconds }: Effort): Promise<void> {
  const server = await startGuildhall(temporaryFolder());
  await Promise.all(people.map((person) => post(server, '/v1/user', person)));
  const { id } = (await (await post(server, '/v1/user', personOf('reader'))).json()) as { id: string };
  const requests = [[rawRequest('GET', '/v1/user', id)]];
  const client = forkProgram('load.ts');
  const measure = (): Promise<Measurement> => ask(client, { port: server.port, requests, seconds });
  await measure();

  const [quiet, busy, loginsMs]: [Measurement[], Measurement[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    quiet.push(await measure());
    busy.push(await whileLoggingIn(server, loginsMs, measure));
  }
  client.disconnect();
  stop(server);

  console.log(`\nOne client's GETs beside logins (${rounds} rounds of ${seconds} s each, in turns)`);
  const rows = [row('nobody logs in', quiet), row(`${atOnce} at once log in`, busy)];
  printTable(['', 'requests/s', 'p50 ms', 'p99 ms'], rows);
  const loginMs = median(loginsMs);
  console.log(`  ${number(loginsMs.length / (rounds * seconds))} logins/s, each answered after ${number(loginMs)} ms`);
  const ratio = median(busy.map(({ p50Ms }, round) => p50Ms / (quiet[round]?.p50Ms ?? Number.NaN)));
  verdict(`p50 ratio ${number(ratio, 2)}`, 'aim ≤ 1.5', ratio <= 1.5);
  const passwordMs = loginMs / atOnce;
  const worstMs = median(busy.map(({ p99Ms }) => p99Ms));
  verdict(`p99 ${number(worstMs, 2)} ms`, `aim ≤ ${number(passwordMs, 2)} ms, as one password`, worstMs <= passwordMs);
}

async function whileLoggingIn<T>(server: Server, timesMs: number[], work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const logIn = async (person: object): Promise<void> => {
    while (!done.signal.aborted) {
      const startMs = performance.now();
      await (await post(server, '/v1/auth', person)).text();
      timesMs.push(performance.now() - startMs);
    }
  };
  const loggingIn = people.map(logIn);
  const result = await work();
  done.abort();
  await Promise.all(loggingIn);
  return result;
}

async function post({ port }: Server, path: string, person: object): Promise<Response> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

function ask(client: ChildProcess, plan: Plan): Promise<Measurement> {
  client.send(plan);
  return reply(client);
}

const row = (name: string, rounds: readonly Measurement[]): readonly string[] => [
  name,
  number(median(rounds.map(({ requestsPerSecond }) => requestsPerSecond))),
  number(median(rounds.map(({ p50Ms }) => p50Ms)), 2),
  number(median(rounds.map(({ p99Ms }) => p99Ms)), 2),
];
