import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** How the text of a variable becomes a value; `undefined` means that the text is no such value. */
interface Kind<Value> {
  readonly expected: string;
  readonly parse: (text: string) => Value | undefined;
}

const text: Kind<string> = {
  expected: 'one line of text',
  parse: (given) => (/[\r\n\0]/.test(given) ? undefined : given),
};

const secret: Kind<string> = {
  expected: 'at least 32 characters, for example from "openssl rand -base64 32"',
  parse: (given) => (given.length < 32 ? undefined : given),
};

const folder: Kind<string> = { expected: 'a path', parse: (given) => resolve(given) };

/** A hosting platform may call its environment anything; only these two names make the server less strict. */
const mode: Kind<'production' | 'development' | 'test'> = {
  expected: 'production, development or test',
  parse: (given) => (given === 'development' || given === 'test' ? given : 'production'),
};

const port: Kind<number> = {
  expected: 'an integer from 0 to 65535',
  parse: (given) => (/^\d{1,5}$/.test(given) && Number(given) <= 65_535 ? Number(given) : undefined),
};

const flag: Kind<boolean> = {
  expected: 'on, true, off or false',
  parse: (given) => (/^(on|true)$/i.test(given) ? true : /^(off|false)$/i.test(given) ? false : undefined),
};

const guilds: Kind<readonly string[]> = {
  expected: 'a comma-separated list of Discord guild ids',
  parse: (given) => {
    const ids = given.split(',').map((id) => id.trim());
    return ids.every((id) => /^\d{5,20}$/.test(id)) ? Object.freeze(ids) : undefined;
  },
};

const isProxyRange = (given: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(given)) return true;
  const [address = '', prefix = '0', ...rest] = given.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
};

const proxies: Kind<boolean | number | string> = {
  expected: 'false, true, a number of hops, or a comma-separated list of addresses and CIDR ranges',
  parse: (given) => {
    if (/^\d{1,2}$/.test(given)) return Number(given);
    return flag.parse(given) ?? (given.split(',').every((one) => isProxyRange(one.trim())) ? given : undefined);
  },
};

/** The slash at the end goes, so that every path can be appended to the value as it is. */
const url = (...schemes: readonly string[]): Kind<string> => ({
  expected: `a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  parse: (given) =>
    schemes.some((scheme) => given.startsWith(`${scheme}://`)) && URL.canParse(given)
      ? given.replace(/\/+$/, '')
      : undefined,
});

const web = url('http', 'https');
const postgres = url('postgres', 'postgresql');
const database: Kind<string> = {
  expected: 'sqlite: and a path, or a URL that starts with postgres://',
  parse: (given) => (/^sqlite:./.test(given) ? given : postgres.parse(given)),
};

/** A default is written as in the environment; `$NAME` in it stands for the value of an earlier setting. */
const setting = <Value>(kind: Kind<Value>, fallback: string) => ({ ...kind, fallback });
const optional = <Value>(kind: Kind<Value>) => ({ ...kind, fallback: undefined });

/** Every variable that the server reads, with its kind and its default. */
export const schema = {
  NODE_ENV: setting(mode, 'production'),
  HOST: setting(text, '0.0.0.0'),
  PORT: setting(port, '8000'),
  PUBLIC_URL: setting(web, 'http://localhost:$PORT'),
  DATA_DIR: setting(folder, 'data'),
  SOUNDS_DIR: setting(folder, '$DATA_DIR/sounds'),
  DATABASE_URL: setting(database, 'sqlite:$DATA_DIR/guildhall.db'),
  REDIS_URL: optional(url('redis', 'rediss')),
  APP_SECRET: optional(secret),
  SMTP_URL: optional(url('smtp', 'smtps')),
  MAIL_FROM: optional(text),
  GITHUB_API_URL: setting(web, 'https://api.github.com'),
  GITHUB_CLIENT_ID: optional(text),
  GITHUB_CLIENT_SECRET: optional(text),
  DISCORD_URL: setting(web, 'https://discord.com'),
  DISCORD_CLIENT_ID: optional(text),
  DISCORD_CLIENT_SECRET: optional(text),
  DISCORD_BOT_TOKEN: optional(text),
  DISCORD_GUILDS: optional(guilds),
  FORTYTWO_URL: setting(web, 'https://api.intra.42.fr'),
  FORTYTWO_CLIENT_ID: optional(text),
  FORTYTWO_CLIENT_SECRET: optional(text),
  INVITE_REQUIRED: setting(flag, 'false'),
  TRUST_PROXY: setting(proxies, 'false'),
  RATE_LIMITS: setting(flag, 'on'),
};

/** One of each pair is of no use without the other; several instances, which Redis means, must share one secret. */
const companions: readonly (readonly [keyof typeof schema, keyof typeof schema])[] = [
  ['REDIS_URL', 'APP_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GITHUB_CLIENT_SECRET', 'GITHUB_CLIENT_ID'],
  ['DISCORD_CLIENT_ID', 'DISCORD_CLIENT_SECRET'],
  ['DISCORD_CLIENT_SECRET', 'DISCORD_CLIENT_ID'],
  ['FORTYTWO_CLIENT_ID', 'FORTYTWO_CLIENT_SECRET'],
  ['FORTYTWO_CLIENT_SECRET', 'FORTYTWO_CLIENT_ID'],
];

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<CamelCase<Tail>>}`
  : Lowercase<Name>;
type ValueOf<Entry> = Entry extends { parse: (text: string) => infer Value; fallback: infer Fallback }
  ? Fallback extends string ? Exclude<Value, undefined> : Value
  : never;

/** The whole configuration, one member for each variable of the schema: `PUBLIC_URL` is `publicUrl`. */
export type Settings = Readonly<{ [Name in keyof typeof schema as CamelCase<Name>]: ValueOf<(typeof schema)[Name]> }>;

/** Everything that is wrong with an environment, so that one look at the log mends all of it. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The settings are wrong:', ...faults].join('\n  - '));
    this.name = 'SettingsError';
  }
}

const camelCase = (name: string) => name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** An empty variable counts as unset. `<NAME>_FILE` is for secrets that an orchestrator mounts as files. */
function textOf(name: string, env: NodeJS.ProcessEnv, faults: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  if (env[name]) faults.push(`${name} and ${name}_FILE are both set; only one of them may be.`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    faults.push(`${name}_FILE cannot be read: ${(error as Error).message}.`);
    return undefined;
  }
}

/** Reads all settings at once; throws a {@link SettingsError} that names every fault and no value, as some are secret. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const faults: string[] = [];
  const texts = new Map<string, string>();
  const settings: Record<string, unknown> = {};
  for (const [name, { parse, expected, fallback }] of Object.entries(schema)) {
    const given = textOf(name, env, faults);
    const effective = given ?? fallback?.replace(/\$([A-Z_]+)/g, (_, earlier: string) => texts.get(earlier) ?? '');
    if (effective !== undefined) texts.set(name, effective);
    const value = effective === undefined ? undefined : parse(effective);
    if (given !== undefined && value === undefined) faults.push(`${name} must be ${expected}.`);
    settings[camelCase(name)] = value;
  }
  for (const [name, companion] of companions) {
    if (texts.has(name) && !texts.has(companion)) faults.push(`${companion} must be set, because ${name} is.`);
  }
  if (faults.length > 0) throw new SettingsError(faults);
  return Object.freeze(settings) as Settings;
}

/** A link appears with its whole content or not at all, and only once: of two first starts, one makes the secret. */
function makeSecret(path: string): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The secret that signs tokens and cookies: `APP_SECRET`, or one made on the first start and kept in `DATA_DIR`. */
export function appSecret({ appSecret: given, dataDir }: Pick<Settings, 'appSecret' | 'dataDir'>): string {
  if (given !== undefined) return given;
  const path = join(dataDir, 'app-secret');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    makeSecret(path);
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < 32) throw new SettingsError([`${path} is damaged: restore it, or remove it to end all sign-ins.`]);
  return kept;
}
