import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coding } from '../../sdk/src/coding.js';
import { type ServerProcess, startServer } from '../support/server.js';

const rounds = Array.from({ length: 10 }, (_, index) => index + 1);
const people = Array.from({ length: 8 }, (_, index) => `person_${index}`);

/** What somebody was told before the server died: how many seconds each session had lasted, by its language. */
type Acknowledged = Map<string, number>;

let dataDir: string;
let server: ServerProcess;
const tokens = new Map<string, string>();
const as = (person: string) => coding({ baseUrl: server.url, token: tokens.get(person)! });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guildhall-crash-'));
  server = await startServer(dataDir);
  for (const username of people) {
    const body = { username, password: 'correct horse battery' };
    tokens.set(username, await coding({ baseUrl: server.url }).registerCodingUser({ body }));
  }
});
afterAll(async () => {
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true });
});

/** Sends heartbeats, one after the other, until nobody answers. Steady people stay with one thing, others never do. */
async function work(person: string, round: number, isSteady: boolean): Promise<Acknowledged> {
  const acknowledged: Acknowledged = new Map();
  for (let count = 0; ; count += 1) {
    const language = `round ${round}, ${isSteady ? 'all the time' : count}`;
    try {
      const answer = await as(person).recordHeartbeat({ body: { language } });
      acknowledged.set(language, Number(/^PT(.*)S$/.exec(answer)?.[1] ?? 0));
    } catch (reason) {
      // `fetch` rejects so when the connection breaks; a refusal would be something else.
      if (reason instanceof TypeError) return acknowledged;
      throw reason;
    }
  }
}

it.each(rounds)('nothing that was acknowledged is missing after a kill, round %i', async (round) => {
  const working = people.map((person, index) => work(person, round, index % 2 === 0));
  await new Promise((resolve) => setTimeout(resolve, 1000 + Math.random() * 500));
  await server.end('SIGKILL');
  const acknowledged = await Promise.all(working);
  server = await startServer(dataDir);

  for (const [index, person] of people.entries()) {
    await as(person).flushSession();
    const stored = await as(person).listCodingSessions({ path: { username: '@me' } });
    const secondsByLanguage = new Map(stored.map(({ language, duration }) => [language, duration]));
    expect(secondsByLanguage.size, 'a session is stored once').toBe(stored.length);
    expect(acknowledged[index]!.size).toBeGreaterThan(0);
    const missing = [...acknowledged[index]!].filter(([language, seconds]) =>
      (secondsByLanguage.get(language) ?? -1) < Math.floor(seconds));
    expect(missing).toEqual([]);
  }
});
