import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import { notAuthorized } from './coding.errors.js';
import { sessionStatements } from './session-statements.js';
import {
  type Act, beat, continues, expire, flush, type Heartbeat, longestPauseMs, type RunningSession,
} from './sessions.js';

interface Change {
  readonly account: AccountId;
  readonly act: Act;
}

/** The people of a batch, each with the session that is running or none. */
type People = ReadonlyMap<AccountId, RunningSession | undefined>;

type Row = readonly (string | number | null)[];

const sweptAtOnce = 200;

/** Turns heartbeats into sessions. All that happens to a running session passes through one queue, as it arrives. */
@Injectable()
export class Heartbeats {
  readonly #statements: ReturnType<typeof sessionStatements>;
  readonly #apply: (change: Change) => Promise<string | undefined>;

  constructor(private readonly database: Database) {
    this.#statements = sessionStatements(database);
    this.#apply = database.batched((em, changes: readonly Change[]) => this.#applyAll(em, changes));
  }

  /** What the client is told: `0`, or the length of the session that the heartbeat extended. */
  record(account: AccountId, heartbeat: Heartbeat): Promise<string> {
    return this.#answered(account, (running, nowMs) => beat(running, heartbeat, nowMs));
  }

  async flush(account: AccountId): Promise<void> {
    await this.#answered(account, flush);
  }

  /** Stores the sessions that no heartbeat can extend any more; one that ended otherwise meanwhile is left alone. */
  async storeIdle(): Promise<void> {
    const idleSinceMs = Date.now() - longestPauseMs;
    let last = { account: 0, lastHeartbeatAtMs: Number.MIN_SAFE_INTEGER };
    for (;;) {
      const after = [last.lastHeartbeatAtMs, last.account] as const;
      const idle = await this.#statements.idle(this.database.reader, idleSinceMs, ...after, sweptAtOnce);
      const next = idle.at(-1);
      if (!next) return;
      await Promise.all(idle.map(({ account }) => this.#apply({ account, act: expire })));
      last = next;
    }
  }

  async #answered(account: AccountId, act: Act): Promise<string> {
    const answer = await this.#apply({ account, act });
    // The account was deleted after the request had been let in.
    if (answer === undefined) throw notAuthorized();
    return answer;
  }

  async #applyAll(em: SqlEntityManager, changes: readonly Change[]): Promise<(string | undefined)[]> {
    const before = await this.#people(em, changes);
    const after = new Map(before);
    const ended: Row[] = [];
    const nowMs = Date.now();
    const answers = changes.map(({ account, act }) => {
      if (!after.has(account)) return undefined;
      const outcome = act(after.get(account), nowMs);
      after.set(account, outcome.running);
      if (outcome.ended) ended.push([...valuesOf(account, outcome.ended), outcome.ended.durationSeconds]);
      return outcome.answer;
    });
    if (ended.length > 0) await this.#statements.store(em, JSON.stringify(ended));
    await this.#replace(em, before, after, nowMs);
    return answers;
  }

  /** Those of the people to change who exist, for this transaction alone to change. */
  async #people(em: SqlEntityManager, changes: readonly Change[]): Promise<People> {
    const accounts = JSON.stringify([...new Set(changes.map(({ account }) => account))]);
    // A statement of its own: what the lock had to wait for, only a later one sees.
    await this.#statements.lock?.(em, accounts);
    const rows = await this.#statements.people(em, accounts);
    return new Map(rows.map((row) => [row.account, row.startedAtMs === null ? undefined : row]));
  }

  async #replace(em: SqlEntityManager, before: People, after: People, nowMs: number): Promise<void> {
    const started: Row[] = [];
    const extended: AccountId[] = [];
    const gone: AccountId[] = [];
    for (const [account, running] of after) {
      const former = before.get(account);
      if (running === former) continue;
      if (!running) gone.push(account);
      else if (former && continues(former, running)) extended.push(account);
      else started.push([...valuesOf(account, running), running.lastHeartbeatAtMs]);
    }
    if (started.length > 0) await this.#statements.start(em, JSON.stringify(started));
    if (extended.length > 0) await this.#statements.extend(em, nowMs, JSON.stringify(extended));
    if (gone.length > 0) await this.#statements.remove(em, JSON.stringify(gone));
  }
}

/** In the order of the columns that both tables have. */
function valuesOf(account: AccountId, session: Heartbeat & { readonly startedAtMs: number }): Row {
  const { projectName, language, editorName, hostname, startedAtMs } = session;
  return [account, projectName, language, editorName, hostname, startedAtMs];
}
