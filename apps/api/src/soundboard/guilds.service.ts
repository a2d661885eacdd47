import { Inject, Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { deadline, Discord, type DiscordUser, isSnowflake } from './discord.client.js';
import { type Person, SoundboardPeople } from './people.service.js';
import { notAMember, unauthorized } from './soundboard.errors.js';
import { SoundboardOptions } from './soundboard-options.js';
import { TimedCache } from './timed-cache.js';

const lifetimeMs = 60_000;
const bot = 'bot';

/** Who is in which guild: as Discord tells the bot, or, without one, as it told when the person signed in. */
@Injectable()
export class Guilds {
  readonly #served = new TimedCache<ReadonlySet<string>>(lifetimeMs);
  readonly #members = new TimedCache<DiscordUser | undefined>(lifetimeMs);

  constructor(
    @Inject(SoundboardOptions) private readonly options: SoundboardOptions,
    private readonly discord: Discord,
    private readonly people: SoundboardPeople,
  ) {}

  /** Whether the bot can be asked who is in a guild. */
  get hasBot(): boolean {
    return this.options.discordBotToken !== undefined;
  }

  /** Whether this server serves one of these guilds. */
  async serves(guilds: readonly string[], signal: AbortSignal): Promise<boolean> {
    if (!this.hasBot) return guilds.some((id) => this.options.discordGuilds?.includes(id));
    const ask = () => this.discord.botGuilds(signal);
    const isAmong = (served: ReadonlySet<string>) => guilds.some((id) => served.has(id));
    // The bot may have joined the guild a moment ago: nobody is sent away on hearsay.
    return isAmong(await this.#served.get(bot, ask)) || isAmong(await this.#served.renew(bot, ask));
  }

  /** The person, by the name of today as far as it is known. Throws 403 for who is not in the guild. */
  async admit(account: AccountId, guildId: string): Promise<Person> {
    const person = await this.people.find(account);
    if (!person) throw unauthorized();
    if (!isSnowflake(guildId)) throw notAMember();
    if (!this.hasBot) {
      if (await this.people.isIn(account, guildId)) return person;
      throw notAMember();
    }
    const ask = () => this.discord.member(guildId, person.userId, deadline());
    const member = await this.#members.get(`${guildId} ${person.userId}`, ask);
    if (!member) throw notAMember();
    return { ...person, tag: member.tag ?? person.tag };
  }
}
