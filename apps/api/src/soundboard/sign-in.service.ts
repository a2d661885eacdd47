import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { deadline, Discord } from './discord.client.js';
import { Guilds } from './guilds.service.js';
import { notSetUp, sharesNoGuild, unauthorized } from './soundboard.errors.js';
import { SoundboardOptions } from './soundboard-options.js';
import { type IssuedToken, SoundboardTokens } from './tokens.service.js';

/** What Discord led a browser back with, and what the browser remembers of the way there. */
export interface WayBack {
  readonly code?: string | undefined;
  readonly state?: string | undefined;
  readonly remembered?: string | undefined;
}

/** Signing in with Discord: there, and back to `path` with a code. */
@Injectable()
export class DiscordSignIn {
  constructor(
    @Inject(SoundboardOptions) private readonly options: SoundboardOptions,
    private readonly discord: Discord,
    private readonly guilds: Guilds,
    private readonly tokens: SoundboardTokens,
  ) {}

  /** Where to send the browser, and the state that it has to remember meanwhile. */
  start(path: string): { location: string; state: string } {
    this.#checkSettings();
    const state = randomBytes(16).toString('base64url');
    return { location: this.discord.consentUrl(this.options.publicUrl + path, state), state };
  }

  async finish(path: string, { code, state, remembered }: WayBack): Promise<IssuedToken> {
    this.#checkSettings();
    if (!code || !state || state !== remembered) throw unauthorized();
    const signal = deadline();
    const found = await this.discord.signedIn(code, this.options.publicUrl + path, signal);
    if (!found) throw unauthorized();
    const { user, guilds } = found;
    if (!(await this.guilds.serves(guilds, signal))) throw sharesNoGuild();
    return this.tokens.issue(user.id, user.tag ?? user.id, this.guilds.hasBot ? [] : guilds);
  }

  #checkSettings(): void {
    const { discordClientId, discordClientSecret, discordBotToken, discordGuilds } = this.options;
    const missing = [
      discordClientId === undefined ? 'DISCORD_CLIENT_ID' : '',
      discordClientSecret === undefined ? 'DISCORD_CLIENT_SECRET' : '',
      discordBotToken === undefined && discordGuilds === undefined ? 'DISCORD_BOT_TOKEN or DISCORD_GUILDS' : '',
    ].filter((name) => name !== '');
    if (missing.length > 0) throw notSetUp(missing);
  }
}
