import { Injectable } from '@nestjs/common';
import { Database, type SqlEntityManager } from '#persistence';
import { type PlayRow, playStatements } from './play-statements.js';

/** Something that was just played. */
export type NewPlay = Omit<PlayRow, 'playedAtMs'>;

const maxPage = 10_000;
const guildsAtOnce = 100;

/** The logs of the guilds, and the counts that are kept of them. */
@Injectable()
export class Plays {
  readonly #statements;
  /** Durable when it resolves to the entry. */
  readonly record: (play: NewPlay) => Promise<PlayRow>;

  constructor(private readonly database: Database) {
    this.#statements = playStatements(database);
    this.record = database.batched((em, plays: readonly NewPlay[]) => this.#record(em, plays));
  }

  /** A page of a log, newest first: any page of any log costs what the page has. */
  page(guildId: string, from: number, limit: number): Promise<readonly PlayRow[]> {
    const skipped = Math.min(from, Number.MAX_SAFE_INTEGER);
    return this.#statements.page(this.database.reader, guildId, guildId, skipped, Math.min(limit, maxPage));
  }

  /** The local sounds that were played in a guild, most played first; of equal ones, the one that was played first. */
  counts(guildId: string, limit: number): Promise<readonly { sound: string; count: number }[]> {
    return this.#statements.counts(this.database.reader, guildId, Math.min(limit, maxPage));
  }

  /** Counts all logs anew, while the server may be running. */
  async recount(): Promise<void> {
    for (let last = ''; ; ) {
      const guilds = await this.#statements.guilds(this.database.reader, last, guildsAtOnce);
      for (const { guildId } of guilds) await this.#recount(guildId);
      if (guilds.length < guildsAtOnce) return;
      last = guilds.at(-1)!.guildId;
    }
  }

  #recount(guildId: string): Promise<void> {
    return this.database.write(async (em) => {
      // No play is recorded between the two by another instance, which would count it twice.
      await this.#statements.hold(em, guildId);
      await this.#statements.uncount(em, guildId);
      await this.#statements.recount(em, guildId);
    });
  }

  async #record(em: SqlEntityManager, plays: readonly NewPlay[]): Promise<PlayRow[]> {
    const nowMs = Date.now();
    const byGuild = Map.groupBy(plays, ({ guildId }) => guildId);
    const added = [...byGuild].map(([guildId, { length }]) => [guildId, length, nowMs]);
    const logs = await this.#statements.lengthen(em, JSON.stringify(added));
    const entries = new Map<NewPlay, { number: number; row: PlayRow }>();
    for (const { guildId, plays: total, lastPlayedAtMs } of logs) {
      const played = byGuild.get(guildId) ?? [];
      // A clock that was set back does not make the newest play an older one.
      played.forEach((play, index) => entries.set(play, {
        number: total - played.length + index + 1,
        row: { ...play, playedAtMs: lastPlayedAtMs },
      }));
    }
    const found = [...entries.values()];
    await this.#statements.append(em, JSON.stringify(found.map(({ number, row }) =>
      [row.guildId, number, row.playedAtMs, row.userId, row.userTag, row.source, row.sound])));
    await this.#statements.count(em, JSON.stringify(countsOf(found)));
    return plays.map((play) => entries.get(play)!.row);
  }
}

/** How often each local sound was played in each guild, and when first. */
function countsOf(entries: readonly { number: number; row: PlayRow }[]): (string | number)[][] {
  const local = entries.filter(({ row }) => row.source === 'local');
  const bySound = Map.groupBy(local, ({ row }) => `${row.guildId} ${row.sound}`);
  return [...bySound.values()].map((found) =>
    [found[0]!.row.guildId, found[0]!.row.sound, found.length, Math.min(...found.map(({ number }) => number))]);
}
