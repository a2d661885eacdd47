import { Inject, Injectable, Logger } from '@nestjs/common';
import { Refusal } from '#contract';
import { discordBusy, discordUnreachable } from './soundboard.errors.js';
import { SoundboardOptions } from './soundboard-options.js';

/** Somebody at Discord. Only the id never changes. */
export interface DiscordUser {
  readonly id: string;
  /** The name, with its number where it still has one; undefined where Discord did not say. */
  readonly tag: string | undefined;
}

/** Who came back from Discord, and the ids of the guilds that they are in. */
export interface SignedIn {
  readonly user: DiscordUser;
  readonly guilds: readonly string[];
}

/** Ends what is asked of Discord for one answer of ours, all together, so that ours comes within 5 s. */
export const deadline = (): AbortSignal => AbortSignal.timeout(4_000);
const guildsPerPage = 200;
const scope = 'identify guilds';

type Json = Readonly<Record<string, unknown>>;

/** Asks Discord. What it does not say in time is 502, and 503 where it asks to be left alone for a while. */
@Injectable()
export class Discord {
  readonly #log = new Logger(Discord.name);
  #botSilentUntilMs = 0;

  constructor(@Inject(SoundboardOptions) private readonly options: SoundboardOptions) {}

  /** The page on which a person consents to sign in here. */
  consentUrl(redirectUri: string, state: string): string {
    const { discordUrl, discordClientId = '' } = this.options;
    const query = { client_id: discordClientId, redirect_uri: redirectUri, response_type: 'code', scope, state };
    return `${discordUrl}/api/oauth2/authorize?${new URLSearchParams(query)}`;
  }

  /** Who came back with this code, and the ids of their guilds; undefined for a code that Discord does not accept. */
  signedIn(code: string, redirectUri: string, signal: AbortSignal): Promise<SignedIn | undefined> {
    return this.#guarded(async () => {
      const token = await this.#exchange(code, redirectUri, signal);
      if (token === undefined) return undefined;
      const headers = { authorization: `Bearer ${token}` };
      const [user, guilds] = await Promise.all([
        this.#ask('/v10/users/@me', { headers, signal }),
        this.#ask('/v10/users/@me/guilds', { headers, signal }),
      ]);
      if (user.status === 401 || guilds.status === 401) return undefined;
      return { user: userOf(await objectOf(user)), guilds: await idsOf(guilds) };
    });
  }

  /** The guilds that the bot is in. */
  botGuilds(signal: AbortSignal): Promise<ReadonlySet<string>> {
    return this.#guarded(async () => {
      const ids = new Set<string>();
      for (let after = '0'; ; ) {
        const answer = await this.#askAsBot(`/users/@me/guilds?limit=${guildsPerPage}&after=${after}`, signal);
        const page = await idsOf(answer);
        const last = page.at(-1) ?? after;
        for (const id of page) ids.add(id);
        if (page.length < guildsPerPage || last === after) return ids;
        after = last;
      }
    });
  }

  /** A member of a guild of the bot's; undefined for who is none, and for guilds that the bot is not in. */
  member(guildId: string, userId: string, signal: AbortSignal): Promise<DiscordUser | undefined> {
    return this.#guarded(async () => {
      const answer = await this.#askAsBot(`/guilds/${guildId}/members/${userId}`, signal);
      const { user, message } = await objectOf(answer);
      // What stands between us and Discord may answer so too, but not in these words.
      if ((answer.status === 403 || answer.status === 404) && typeof message === 'string') return undefined;
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
      return userOf((user ?? {}) as Json);
    });
  }

  async #exchange(code: string, redirectUri: string, signal: AbortSignal): Promise<string | undefined> {
    const { discordClientId = '', discordClientSecret = '' } = this.options;
    const client = { client_id: discordClientId, client_secret: discordClientSecret };
    const body = new URLSearchParams({ ...client, code, grant_type: 'authorization_code', redirect_uri: redirectUri });
    const answer = await this.#ask('/oauth2/token', { method: 'POST', body, signal });
    const { access_token: token, error } = await objectOf(answer);
    if (error === 'invalid_client') this.#log.error('Discord refuses DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET');
    return answer.ok && typeof token === 'string' ? token : undefined;
  }

  async #askAsBot(path: string, signal: AbortSignal): Promise<Response> {
    const silentMs = this.#botSilentUntilMs - Date.now();
    if (silentMs > 0) throw discordBusy(Math.ceil(silentMs / 1000));
    const authorization = `Bot ${this.options.discordBotToken}`;
    return this.#ask(`/v10${path}`, { headers: { authorization }, signal }, (seconds) => {
      // All that the bot asks counts together, and who goes on asking is shut out for longer.
      this.#botSilentUntilMs = Date.now() + seconds * 1000;
    });
  }

  async #ask(path: string, init: RequestInit, onBusy?: (seconds: number) => void): Promise<Response> {
    const { discordUrl, publicUrl } = this.options;
    const answer = await fetch(`${discordUrl}/api${path}`, {
      ...init,
      headers: { accept: 'application/json', 'user-agent': `DiscordBot (${publicUrl}, 1)`, ...init.headers },
      // A redirect would take the token to wherever it leads.
      redirect: 'error',
    });
    if (answer.status === 429) {
      const seconds = Math.max(1, Math.ceil(Number(answer.headers.get('retry-after')) || 1));
      onBusy?.(seconds);
      throw discordBusy(seconds);
    }
    if (answer.status >= 500) throw new Error(`it answered ${answer.status}`);
    return answer;
  }

  async #guarded<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.#log.warn(`Discord cannot be asked: ${describe(error)}`);
      throw discordUnreachable();
    }
  }
}

async function objectOf(answer: Response): Promise<Json> {
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null ? (body as Json) : {};
}

function userOf({ id, username, discriminator }: Json): DiscordUser {
  if (!isSnowflake(id)) throw new Error('it answered without an id');
  if (typeof username !== 'string') return { id, tag: undefined };
  const hasNumber = typeof discriminator === 'string' && /^\d{4}$/.test(discriminator) && discriminator !== '0000';
  const name = username.replaceAll('\0', '').toWellFormed();
  return { id, tag: [...(hasNumber ? `${name}#${discriminator}` : name)].slice(0, 64).join('') };
}

async function idsOf(answer: Response): Promise<string[]> {
  const body: unknown = await answer.json();
  if (!Array.isArray(body)) throw new Error(`it answered ${answer.status} without a list`);
  return body.map((guild: Json) => guild['id']).filter(isSnowflake);
}

/** Discord's ids are numbers of 64 bits, written in decimal digits. */
export const isSnowflake = (id: unknown): id is string => typeof id === 'string' && /^[1-9]\d{0,19}$/.test(id);

/** What fetch throws tells the reason only in its cause. */
const describe = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
};
