import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import { People } from './people.service.js';
import type { Period } from './periods.js';
import { type Difference, ScoreKeeper } from './score-keeper.service.js';
import { zoneOf } from './zones.js';

/** A score that was wrong, and whose. */
export interface WrongScore extends Difference {
  readonly user: string;
}

/** A number of people that was wrong. */
export interface WrongBoard extends Difference {
  readonly endsAtMs: number;
}

interface Board {
  readonly period: Period;
  readonly endsAtMs: number;
  readonly people: number;
}

const peopleAtOnce = 100;

/** Makes all scores anew from the tomatoes, while the server may be running. */
@Injectable()
export class ScoreRebuild {
  readonly #next;
  readonly #lock;
  readonly #counted;
  readonly #kept;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly scores: ScoreKeeper,
  ) {
    this.#next = database.statement<{ account: AccountId }>(`
      select account_id as account from pomodoro_profile
      where account_id > ? order by account_id limit ${peopleAtOnce}`);
    // Who is entering or leaving a board has to be counted on both sides or on neither. SQLite has one writer anyway.
    this.#lock = database.dialect === 'postgresql'
      ? database.statement<object>('lock table pomodoro_board in share row exclusive mode') : undefined;
    this.#counted = database.statement<Board>(`
      select period, ends_at_ms as "endsAtMs", count(*) as people from pomodoro_score
      where ends_at_ms > ? group by period, ends_at_ms`);
    this.#kept = database.statement<Board>(
      'select period, ends_at_ms as "endsAtMs", people from pomodoro_board where ends_at_ms > ?',
    );
  }

  /** Corrects one person's scores after the other's, and tells of those that were wrong. */
  async *scoresOfAll(): AsyncGenerator<WrongScore> {
    for (let last = 0; ; ) {
      const batch = await this.#next(this.database.fork(), last);
      const wrong = await Promise.all(batch.map(({ account }) => this.#correct(account)));
      yield* wrong.flat();
      if (batch.length < peopleAtOnce) return;
      last = batch.at(-1)!.account;
    }
  }

  /** Corrects how many people each board has, and tells of those that were wrong. */
  boards(): Promise<WrongBoard[]> {
    return this.database.write(async (em) => {
      await this.#lock?.(em);
      const nowMs = Date.now();
      const counted = await this.#counted(em, nowMs);
      const kept = await this.#kept(em, nowMs);
      return this.#correctBoards(em, counted, kept);
    });
  }

  #correct(account: AccountId): Promise<WrongScore[]> {
    return this.database.write(async (em) => {
      const person = await this.people.hold(em, account);
      if (!person) return [];
      const differences = await this.scores.settle(em, account, zoneOf(undefined, person.time_zone), Date.now());
      return differences.map((difference) => ({ user: person.publicId, ...difference }));
    });
  }

  async #correctBoards(em: SqlEntityManager, counted: readonly Board[], kept: readonly Board[]): Promise<WrongBoard[]> {
    const keyOf = ({ period, endsAtMs }: Board) => `${period} ${endsAtMs}`;
    const boards = new Map([...kept, ...counted].map((board) => [keyOf(board), board]));
    const peopleOn = (list: readonly Board[], key: string) => list.find((board) => keyOf(board) === key)?.people ?? 0;
    const wrong: WrongBoard[] = [];
    for (const [key, { period, endsAtMs }] of boards) {
      const [was, is] = [peopleOn(kept, key), peopleOn(counted, key)];
      if (was === is) continue;
      await this.scores.adjust(em, period, endsAtMs, is - was);
      wrong.push({ period, endsAtMs, was, is });
    }
    return wrong;
  }
}
