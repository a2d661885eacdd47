import { readdirSync, readFileSync } from 'node:fs';
import type { DiscordUser } from '../support/discord.js';
import type { GitHubUser } from '../support/github.js';

/** A request of a recording; one of the last three is the body. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** What the answer has to be like; see `differences` for the values. */
export interface ExpectedAnswer {
  readonly status: number | readonly number[];
  /** By name; null is a header that must not be there. */
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly json?: unknown;
  readonly text?: unknown;
}

export interface Step {
  readonly request: RecordedRequest;
  readonly response: ExpectedAnswer;
  /**
   * Values of the answer to remember, each by where it is: `body/token`, `header/set-cookie/0`. Behind a `#`, the first group of a
   * pattern's match, or all of it: `header/location#state=([^&]+)`.
   */
  readonly capture?: Readonly<Record<string, string>>;
  readonly wait_ms?: number;
  readonly repeat?: number;
}

/** What a scenario presupposes of GitHub: who has which access token. */
export interface GivenGitHub {
  readonly github: { readonly users: Readonly<Record<string, GitHubUser>> };
}

/** What a scenario presupposes of Discord, whose bot is in all guilds, and of the folder of sounds. */
export interface GivenDiscord {
  readonly discord: {
    readonly users: Readonly<Record<string, DiscordUser>>;
    readonly codes: Readonly<Record<string, string>>;
    readonly guilds: Readonly<Record<string, readonly string[]>>;
  };
  readonly sounds?: readonly { readonly file: string; readonly modified: string; readonly base64: string }[];
}

export interface Scenario<Given = unknown> {
  readonly name: string;
  readonly given: Given;
  readonly steps: readonly Step[];
}

/** The recordings of an API, by what they are about. */
export function recordingsOf<Given>(api: string): readonly (readonly [name: string, scenarios: readonly Scenario<Given>[]])[] {
  const folder = new URL(`${api}/`, import.meta.url);
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => {
    const { scenarios } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { scenarios: Scenario<Given>[] };
    return [name.replace(/\.json$/, ''), scenarios];
  });
}

export type Known = ReadonlyMap<string, string>;

/**
 * A value with every `{{name}}` in its texts replaced by what is known; in a pattern, by what matches just that. What then stands in
 * `{{base64:…}}` is encoded.
 */
export function fill<Value>(value: Value, known: Known): Value {
  return filled(value, known, false) as Value;
}

function filled(value: unknown, known: Known, isPattern: boolean): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => valueOf(known.get(name), isPattern) ?? whole)
      .replaceAll(/\{\{base64:([^}]*)\}\}/g, (_, text: string) => Buffer.from(text).toString('base64'));
  }
  if (Array.isArray(value)) return value.map((item: unknown) => filled(item, known, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) =>
    [filled(name, known, false), filled(item, known, name === '$match')]));
}

const valueOf = (value: string | undefined, isPattern: boolean): string | undefined =>
  isPattern ? value?.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : value;
