import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import { type Period, periods, spansAt } from './periods.js';
import type { Zone } from './zones.js';

interface Standing {
  readonly endsAtMs: number;
  readonly negatedScore: number;
  readonly reachedAtMs: number;
}

/** A score that was not what the person's tomatoes say. */
export interface Difference {
  readonly period: Period;
  readonly was: number;
  readonly is: number;
}

/** Keeps every person's scores what their tomatoes say. Each write belongs to a transaction that holds the person. */
@Injectable()
export class ScoreKeeper {
  readonly #tally;
  readonly #standings;
  readonly #put;
  readonly #remove;
  readonly #adjust;

  constructor(database: Database) {
    this.#tally = database.statement<{ score: number; reachedAtMs: number }>(`
      select count(*) as score, max(created_at_ms) as "reachedAtMs" from pomodoro_tomato
      where account_id = ? and created_at_ms >= ?`);
    this.#standings = database.statement<Standing & { readonly period: Period }>(`
      select period, ends_at_ms as "endsAtMs", negated_score as "negatedScore", reached_at_ms as "reachedAtMs"
      from pomodoro_score where account_id = ?`);
    this.#put = database.statement<object>(`
      insert into pomodoro_score (account_id, period, ends_at_ms, negated_score, reached_at_ms) values (?, ?, ?, ?, ?)
      on conflict (account_id, period) do update set
        ends_at_ms = excluded.ends_at_ms, negated_score = excluded.negated_score,
        reached_at_ms = excluded.reached_at_ms`);
    this.#remove = database.statement<object>('delete from pomodoro_score where account_id = ? and period = ?');
    this.#adjust = database.statement<object>(`
      insert into pomodoro_board (period, ends_at_ms, people) values (?, ?, ?)
      on conflict (period, ends_at_ms) do update set people = pomodoro_board.people + excluded.people`);
  }

  /**
   * Counts the person's tomatoes in the periods that it now is in their zone, after a tomato or the zone has changed.
   * Counting is cheap, as a day has at most 58 tomatoes, and it cannot drift as adding and subtracting could.
   */
  async settle(em: SqlEntityManager, account: AccountId, zone: Zone, nowMs: number): Promise<Difference[]> {
    const spans = spansAt(nowMs, zone);
    const standings = await this.#standings(em, account);
    const differences: Difference[] = [];
    for (const period of periods) {
      const was = standings.find((standing) => standing.period === period && standing.endsAtMs > nowMs);
      const [tally] = await this.#tally(em, account, spans[period].startsAtMs);
      const is = tally && tally.score > 0
        ? { endsAtMs: spans[period].endsAtMs, negatedScore: -tally.score, reachedAtMs: tally.reachedAtMs } : undefined;
      if (isSame(was, is)) continue;
      await this.#replace(em, account, period, was, is);
      differences.push({ period, was: -(was?.negatedScore ?? 0), is: -(is?.negatedScore ?? 0) });
    }
    return differences;
  }

  /** Takes a person off the boards; the scores themselves go with the profile. */
  async withdraw(em: SqlEntityManager, account: AccountId, nowMs: number): Promise<void> {
    for (const { period, endsAtMs } of await this.#standings(em, account)) {
      if (endsAtMs > nowMs) await this.#adjust(em, period, endsAtMs, -1);
    }
  }

  /** Adds to the number of people on a board. */
  async adjust(em: SqlEntityManager, period: Period, endsAtMs: number, people: number): Promise<void> {
    await this.#adjust(em, period, endsAtMs, people);
  }

  async #replace(
    em: SqlEntityManager,
    account: AccountId,
    period: Period,
    was: Standing | undefined,
    is: Standing | undefined,
  ): Promise<void> {
    if (is) await this.#put(em, account, period, is.endsAtMs, is.negatedScore, is.reachedAtMs);
    else await this.#remove(em, account, period);
    if (was?.endsAtMs === is?.endsAtMs) return;
    if (was) await this.#adjust(em, period, was.endsAtMs, -1);
    if (is) await this.#adjust(em, period, is.endsAtMs, 1);
  }
}

const isSame = (was: Standing | undefined, is: Standing | undefined): boolean =>
  was?.endsAtMs === is?.endsAtMs && was?.negatedScore === is?.negatedScore && was?.reachedAtMs === is?.reachedAtMs;
