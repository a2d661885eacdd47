import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appSecret, readSettings, schema, type Settings, SettingsError } from './settings.js';

/** The sentences of the refusal that this environment meets. */
function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('gives every default from an empty environment', () => {
    expect(readSettings({})).toEqual({
      nodeEnv: 'production',
      host: '0.0.0.0',
      port: 8000,
      publicUrl: 'http://localhost:8000',
      dataDir: resolve('data'),
      soundsDir: resolve('data/sounds'),
      databaseUrl: 'sqlite:data/guildhall.db',
      githubApiUrl: 'https://api.github.com',
      discordUrl: 'https://discord.com',
      fortytwoUrl: 'https://api.intra.42.fr',
      inviteRequired: false,
      trustProxy: false,
      rateLimits: true,
    });
  });

  it('lets defaults follow the settings that they stand on', () => {
    const settings = readSettings({ PORT: '9000', DATA_DIR: '/srv/guild' });
    expect(settings.publicUrl).toBe('http://localhost:9000');
    expect(settings.soundsDir).toBe('/srv/guild/sounds');
    expect(settings.databaseUrl).toBe('sqlite:/srv/guild/guildhall.db');
  });

  it('takes an empty variable for an unset one and ignores those it does not know', () => {
    expect(readSettings({ PORT: '', REDIS_URL: '', DISCORD_COLOUR: 'blue' })).toEqual(readSettings({}));
  });

  it('gives a frozen object', () => {
    const settings: { port: number } = readSettings({});
    expect(() => (settings.port = 1)).toThrow(TypeError);
  });

  it('is strict by default: only development and test are other modes', () => {
    const modes = ['development', 'test', 'production', 'staging', ''].map((NODE_ENV) => readSettings({ NODE_ENV }).nodeEnv);
    expect(modes).toEqual(['development', 'test', 'production', 'production', 'production']);
  });

  it.each<[string, string, keyof Settings, unknown]>([
    ['PORT', '0', 'port', 0],
    ['PUBLIC_URL', 'https://guild.example.org/', 'publicUrl', 'https://guild.example.org'],
    ['DATABASE_URL', 'postgres://guild@localhost/guild', 'databaseUrl', 'postgres://guild@localhost/guild'],
    ['DATABASE_URL', 'sqlite::memory:', 'databaseUrl', 'sqlite::memory:'],
    ['DISCORD_GUILDS', '123456789, 987654321', 'discordGuilds', ['123456789', '987654321']],
    ['INVITE_REQUIRED', 'TRUE', 'inviteRequired', true],
    ['RATE_LIMITS', 'off', 'rateLimits', false],
    ['TRUST_PROXY', 'true', 'trustProxy', true],
    ['TRUST_PROXY', '2', 'trustProxy', 2],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/8,::1', 'trustProxy', 'loopback, 10.0.0.0/8,::1'],
  ])('reads %s=%s', (name, text, member, value) => {
    expect(readSettings({ [name]: text })[member]).toEqual(value);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'two\nlines'],
    ['PUBLIC_URL', 'guild.example.org'],
    ['PUBLIC_URL', 'ftp://guild.example.org'],
    ['DATABASE_URL', 'mysql://localhost/guild'],
    ['DATABASE_URL', 'sqlite:'],
    ['REDIS_URL', 'http://localhost'],
    ['APP_SECRET', 'changeme'],
    ['SMTP_URL', 'mail.example.org'],
    ['DISCORD_GUILDS', 'my guild'],
    ['INVITE_REQUIRED', 'constructor'],
    ['RATE_LIMITS', 'maybe'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', '::1/129'],
    ['TRUST_PROXY', 'everyone'],
  ])('refuses %s=%j', (name, text) => {
    expect(faultsOf({ [name]: text })[0]).toMatch(`${name} must be `);
  });

  it('repeats no value, as some are secret', () => {
    expect(faultsOf({ APP_SECRET: 'hunter2', DATABASE_URL: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('names every fault at once', () => {
    const faults = faultsOf({
      PORT: 'http',
      RATE_LIMITS: 'sometimes',
      REDIS_URL: 'redis://localhost',
      SMTP_URL: 'smtp://localhost',
      FORTYTWO_CLIENT_ID: 'id',
      DISCORD_CLIENT_SECRET: 'secret',
    });
    expect(faults).toEqual([
      'PORT must be an integer from 0 to 65535.',
      'RATE_LIMITS must be on, true, off or false.',
      'APP_SECRET must be set, because REDIS_URL is.',
      'MAIL_FROM must be set, because SMTP_URL is.',
      'DISCORD_CLIENT_ID must be set, because DISCORD_CLIENT_SECRET is.',
      'FORTYTWO_CLIENT_SECRET must be set, because FORTYTWO_CLIENT_ID is.',
    ]);
    expect(new SettingsError(faults).message.split('\n')).toHaveLength(7);
  });

  describe('from a file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'guildhall-settings-'));
    const file = join(directory, 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);

    it('reads a mounted secret without its line end', () => {
      expect(readSettings({ APP_SECRET_FILE: file }).appSecret).toBe('s'.repeat(40));
    });

    it('refuses a file that is not there, and two sources for one setting', () => {
      expect(faultsOf({ APP_SECRET_FILE: join(directory, 'none') })[0]).toMatch(/^APP_SECRET_FILE cannot be read: ENOENT/);
      expect(faultsOf({ APP_SECRET_FILE: file, APP_SECRET: 't'.repeat(40) })).toHaveLength(1);
    });
  });
});

describe('.env.example', () => {
  it('lists each setting once, in order, with its default', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const listed = [...example.matchAll(/^# ?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
    expect(listed).toEqual(Object.entries(schema).map(([name, { fallback }]) => [name, fallback ?? '']));
  });
});

describe('appSecret', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'guildhall-secret-')), 'data');
  });

  it('is the one of the environment, and leaves no file then', () => {
    expect(appSecret({ appSecret: 'given'.repeat(8), dataDir })).toBe('given'.repeat(8));
    expect(() => readdirSync(dataDir)).toThrow('ENOENT');
  });

  it('is made once, with 256 bits, for its owner alone to read', () => {
    const made = appSecret({ appSecret: undefined, dataDir });
    expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(appSecret({ appSecret: undefined, dataDir })).toBe(made);
    expect(readdirSync(dataDir)).toEqual(['app-secret']);
    expect(statSync(join(dataDir, 'app-secret')).mode & 0o777).toBe(0o600);
  });

  it('is refused when its file is damaged, as an empty key would sign for anyone', () => {
    appSecret({ appSecret: undefined, dataDir });
    writeFileSync(join(dataDir, 'app-secret'), '');
    expect(() => appSecret({ appSecret: undefined, dataDir })).toThrow(SettingsError);
  });
});
