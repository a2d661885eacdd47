import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence';

const intervalMs = 60_000;
const sweptAtOnce = 500;

/** Removes the scores of periods that have ended, so that reading a leaderboard never has to pass over many of them. */
@Injectable()
export class ScoreSweep implements OnApplicationBootstrap {
  readonly #log = new Logger(ScoreSweep.name);
  readonly #scores;
  readonly #boards;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(private readonly database: Database) {
    this.#scores = database.statement<object>(`
      delete from pomodoro_score where ends_at_ms <= ? and (account_id, period) in (
        select account_id, period from pomodoro_score where ends_at_ms <= ? limit ${sweptAtOnce}
      ) returning period`);
    this.#boards = database.statement<object>('delete from pomodoro_board where ends_at_ms <= ?');
  }

  onApplicationBootstrap(): void {
    this.database.beforeClose(() => this.#stop());
    this.#timer = setInterval(() => this.#start(), intervalMs).unref();
    this.#start();
  }

  async sweep(): Promise<void> {
    const nowMs = Date.now();
    for (;;) {
      const swept = await this.database.write((em) => this.#scores(em, nowMs, nowMs));
      if (swept.length < sweptAtOnce) break;
    }
    await this.database.write((em) => this.#boards(em, nowMs));
  }

  #start(): void {
    this.#sweeping ??= this.sweep()
      .catch((error: unknown) => this.#log.error('Old scores could not be removed; the next sweep tries again', error))
      .finally(() => (this.#sweeping = undefined));
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }
}
