import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, chromium } from '../support/browser.js';
import { DiscordStandIn } from '../support/discord.js';
import { type ServerProcess, startServer } from '../support/server.js';

const aino = { id: '221905671296253953', username: 'aino', discriminator: '0' };
const guild = '526196711962705925';

// A machine without a browser runs everything else; where nobody looks, as in CI, it has to have one.
describe.runIf(chromium !== undefined || process.env['CI'] !== undefined)('somebody with a browser', () => {
  const discord = new DiscordStandIn();
  let dataDir: string;
  let server: ServerProcess;
  let browser: Browser;
  /** As people would type it; Discord, on another address, is another site to the browser. */
  let home: string;

  beforeAll(async () => {
    await discord.open();
    discord.users.set('access', aino);
    discord.guilds.set(aino.id, [guild]);
    dataDir = await mkdtemp(join(tmpdir(), 'guildhall-e2e-'));
    server = await startServer(dataDir, {
      DISCORD_URL: discord.url, DISCORD_CLIENT_ID: 'client', DISCORD_CLIENT_SECRET: 'secret', DISCORD_BOT_TOKEN: 'bot',
    });
    home = server.url.replace('127.0.0.1', 'localhost');
    browser = await Browser.start(chromium ?? '/usr/bin/chromium');
  });
  afterAll(async () => {
    await browser.close();
    await server.end('SIGTERM');
    discord.close();
    await rm(dataDir, { recursive: true });
  });

  const ask = (path: string, init = {}) =>
    browser.run<{ status: number; body: unknown }>(`fetch(${JSON.stringify(path)}, ${JSON.stringify(init)}).then(async (answer) => ({ status: answer.status, body: await answer.json() }))`);

  it('declines at Discord, and is told so without being asked for a password', async () => {
    discord.consent = 'error=access_denied';
    const { url, text } = await browser.visit(`${home}/login`);
    expect(url).toContain(`${home}/login/authorize?error=access_denied&state=`);
    expect(JSON.parse(text)).toEqual({ error: { code: 401, message: 'unauthorized' } });
    expect((await browser.cookies()).map(({ name }) => name)).not.toContain('token');
  });

  it('signs in with Discord, plays something and reads the log with the cookies', async () => {
    discord.codes.set('code', 'access');
    discord.consent = 'code=code';
    const { url, text } = await browser.visit(`${home}/login`);
    expect(url).toBe(`${home}/`);
    expect(text).toContain('Guildhall');

    const cookies = await browser.cookies();
    expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite })).sort((one, other) => (one.name < other.name ? -1 : 1)))
      .toEqual(['token', 'userid'].map((name) => ({ name, httpOnly: true, sameSite: 'Lax' })));
    expect(await browser.run('document.cookie')).toBe('');

    const play = { source: 'youtube', sound: 'dQw4w9WgXcQ' };
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(play) };
    expect((await ask(`/api/logs/${guild}`, sent)).status).toBe(201);
    const entry = { time: expect.any(String), user_id: aino.id, user_tag: 'aino', guild_id: guild, ...play };
    expect(await ask(`/api/logs/${guild}`)).toEqual({ status: 200, body: { n: 1, results: [entry] } });
    const shown = await browser.visit(`${home}/api/logs/${guild}`);
    expect(JSON.parse(shown.text)).toEqual({ n: 1, results: [entry] });
  });

  it('is not known to a page of another site', async () => {
    await browser.visit(`${discord.url}/elsewhere`);
    const asked = `fetch('${home}/api/logs/${guild}', { credentials: 'include' }).then((answer) => answer.text(), (error) => error.name)`;
    expect(await browser.run(asked)).toBe('TypeError');
  });
});
