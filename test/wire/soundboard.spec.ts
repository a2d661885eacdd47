import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { dialects, freshDatabase, type FreshDatabase } from '../support/databases.js';
import { DiscordStandIn } from '../support/discord.js';
import { play } from './player.js';
import { fill, type GivenDiscord, recordingsOf } from './recording.js';

describe.each(dialects)('a client of the original on %s', (dialect) => {
  const discord = new DiscordStandIn();
  let database: FreshDatabase;
  let folder: string;
  let app: TestApp;

  beforeAll(async () => {
    await discord.open();
    database = await freshDatabase(dialect);
    folder = await mkdtemp(join(tmpdir(), 'guildhall-sounds-'));
    app = await startApp(database.url, {
      RATE_LIMITS: 'on', SOUNDS_DIR: folder, DISCORD_URL: discord.url, DISCORD_CLIENT_ID: 'client', DISCORD_CLIENT_SECRET: 'secret', DISCORD_BOT_TOKEN: 'bot',
    });
  });
  afterAll(async () => {
    await app.close();
    await database.remove();
    await rm(folder, { recursive: true });
    discord.close();
  });

  const lay = async ({ discord: given, sounds = [] }: GivenDiscord) => {
    for (const [known, values] of [[discord.users, given.users], [discord.codes, given.codes], [discord.guilds, given.guilds]] as const) {
      known.clear();
      for (const [name, value] of Object.entries(values)) (known as Map<string, unknown>).set(name, value);
    }
    for (const file of await readdir(folder)) await rm(join(folder, file));
    for (const { file, modified, base64 } of sounds) {
      await writeFile(join(folder, file), Buffer.from(base64, 'base64'));
      await utimes(join(folder, file), new Date(modified), new Date(modified));
    }
  };

  describe.each(recordingsOf<GivenDiscord>('soundboard'))('%s', (_, scenarios) => {
    it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
      const known = new Map([['unique', randomBytes(6).toString('hex')]]);
      await lay(fill(scenario.given, known));
      expect(await play(scenario, app.url, known)).toEqual([]);
    });
  });
});
