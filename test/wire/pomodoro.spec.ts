import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { dialects, freshDatabase, type FreshDatabase } from '../support/databases.js';
import { GitHubStandIn } from '../support/github.js';
import { play } from './player.js';
import { fill, type GivenGitHub, recordingsOf } from './recording.js';

const publicUrl = 'https://guildhall.example';

describe.each(dialects)('a client of the original on %s', (dialect) => {
  const github = new GitHubStandIn();
  let database: FreshDatabase;
  let app: TestApp;

  beforeAll(async () => {
    await github.open();
    database = await freshDatabase(dialect);
    app = await startApp(database.url, { PUBLIC_URL: publicUrl, GITHUB_API_URL: github.url });
  });
  afterAll(async () => {
    await app.close();
    await database.remove();
    github.close();
  });

  describe.each(recordingsOf<GivenGitHub>('pomodoro'))('%s', (_, scenarios) => {
    it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
      const known = new Map([['base', publicUrl], ['unique', randomBytes(6).toString('hex')]]);
      github.users.clear();
      const users = fill(scenario.given.github.users, known);
      for (const [token, user] of Object.entries(users)) github.users.set(token, user);
      expect(await play(scenario, app.url, known)).toEqual([]);
    });
  });
});
