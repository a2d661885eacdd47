import { mkdir, rm, writeFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsoleLogger } from '@nestjs/common';
import { expect, type MockInstance, vi } from 'vitest';
import type { TestApp } from './app.js';
import { DiscordStandIn } from './discord.js';
import { type Answer, type Request, send } from './http.js';
import { Stage } from './stage.js';

/** Somebody who has signed in with Discord. */
export interface Person {
  readonly userId: string;
  readonly tag: string;
  /** The one guild that this person is in. */
  readonly guild: string;
  readonly token: string;
  readonly authorization: string;
  readonly cookie: string;
}

export const publicUrl = 'http://guildhall.example';
export const fullLimit = { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '0' };
export const challenge = 'Basic realm="guildhall", charset="UTF-8", ApiKey realm="guildhall", in="cookie", name="token"';
export const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

/** A page of the smallest wave file that is one: 44 bytes, and as many samples as asked for. */
export function wave(samples = 0): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(44 + samples, 0x80);
  bytes.write('RIFF____WAVEfmt ____', 'latin1');
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.writeUInt32LE(16, 16);
  return bytes;
}

/** What the server warns of from now on, which is not printed; until `vi.restoreAllMocks`. */
export const warnings = (): MockInstance => vi.spyOn(ConsoleLogger.prototype, 'warn').mockReturnValue(undefined);

/** An answer to a request that may be led on, with its cookies. */
export interface Led {
  readonly status: number;
  readonly location: string;
  readonly cookies: readonly string[];
  readonly body: unknown;
}

/** A stage on which people share sounds, with a Discord and a folder of its own. */
export class SoundboardStage extends Stage {
  readonly api = 'soundboard';
  readonly discord = new DiscordStandIn();
  readonly folder = mkdtempSync(join(tmpdir(), 'guildhall-sounds-'));
  #count = 0;

  override async open(): Promise<void> {
    await this.discord.open();
    await super.open();
  }

  override async close(): Promise<void> {
    vi.useRealTimers();
    this.discord.close();
    await super.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  override start(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
    return super.start({
      PUBLIC_URL: publicUrl, SOUNDS_DIR: this.folder, DISCORD_URL: this.discord.url,
      DISCORD_CLIENT_ID: 'client', DISCORD_CLIENT_SECRET: 'secret', DISCORD_BOT_TOKEN: 'bot', ...env,
    });
  }

  /** Lays a file into the folder. */
  async sound(name: string, bytes: Uint8Array = wave()): Promise<void> {
    await writeFile(join(this.folder, name), bytes);
  }

  async emptyFolder(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder);
  }

  /** Makes a Discord user whom nobody else knows, in a guild of their own, and a code that signs them in. */
  discordUser(more: object = {}): { userId: string; tag: string; guild: string; code: string } {
    const number = (this.#count += 1);
    const [userId, guild, access, code] = [`2219056712962${10_000 + number}`, `5261967119627${10_000 + number}`, `access-${number}`, `code-${number}`];
    this.discord.users.set(access, { id: userId, username: `aino${number}`, discriminator: '0', global_name: 'Aino', ...more });
    this.discord.guilds.set(userId, [guild]);
    this.discord.codes.set(code, access);
    return { userId, tag: `aino${number}`, guild, code };
  }

  /** Goes to `path` as a browser with these cookies, and no further. */
  async visit(path: string, { cookie, url = this.url, headers = {} }: { cookie?: string; url?: string; headers?: Record<string, string> } = {}): Promise<Led> {
    const answer = await fetch(url + path, { redirect: 'manual', headers: { ...headers, ...(cookie !== undefined && { cookie }) } });
    const text = await answer.text();
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      cookies: answer.headers.getSetCookie(),
      body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
    };
  }

  /** Begins a sign-in, and gives what comes back from Discord for it: the path with its query, and the cookie. */
  async begin(kind: 'token' | 'login', code: string, url = this.url): Promise<{ path: string; cookie: string }> {
    const { status, location, cookies } = await this.visit(`/${kind}`, { url });
    expect(status).toBe(307);
    const state = new URL(location).searchParams.get('state');
    return { path: `/${kind}/authorize?code=${code}&state=${state}`, cookie: cookies[0]!.split(';', 1)[0]! };
  }

  /** Signs a Discord user in for a token. */
  async signIn<User extends { userId: string; code: string }>(user: User, url = this.url): Promise<User & Pick<Person, 'token' | 'authorization' | 'cookie'>> {
    const { path, cookie } = await this.begin('token', user.code, url);
    const { status, body } = await this.visit(path, { cookie, url });
    expect(status, JSON.stringify(body)).toBe(200);
    const { token } = body as { token: string };
    return { ...user, token, authorization: basic(`${user.userId}:${token}`), cookie: `token=${token}; userid=${user.userId}` };
  }

  /** Signs in somebody nobody else knows. */
  person(more: object = {}): Promise<Person> {
    return this.signIn(this.discordUser(more));
  }

  /** Sends a request that is refused, as a usual client and as one that asks for problem details. */
  async refuses(request: Request, status: number, message: string, { pointer, headers = fullLimit, url = this.url }: Refused = {}): Promise<void> {
    expect(await send(url, request)).toEqual(answered(status, { error: { code: status, message } }, headers));
    const problem = { type: 'about:blank', title: titles[status], status, detail: message, ...(pointer && { errors: [{ pointer, detail: message }] }) };
    expect(await send(url, { ...request, headers: { ...request.headers, accept: 'application/problem+json' } }))
      .toEqual(answered(status, problem, { ...headers, 'content-type': 'application/problem+json' }));
  }
}

interface Refused {
  /** Where in the request the broken rule is. */
  readonly pointer?: string;
  /** What is sent beside the body; by default the limit, which nobody has used. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 409: 'Conflict', 413: 'Payload Too Large',
  415: 'Unsupported Media Type', 416: 'Range Not Satisfiable', 429: 'Too Many Requests', 500: 'Internal Server Error', 502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** A success in JSON, exactly. */
export const ok = (body: unknown, status = 200): Answer => answered(status, body, fullLimit);

/** An answer in JSON, exactly, but for what speaks of the moment and the connection. */
export function answered(status: number, body: unknown, headers: Readonly<Record<string, string>>): Answer {
  const length = Buffer.byteLength(JSON.stringify(body, undefined, 2));
  return { status, headers: { 'content-type': 'application/json', 'content-length': String(length), ...headers }, body };
}
