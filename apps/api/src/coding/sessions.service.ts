import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type StatementValue } from '#persistence';
import type { Schema } from './coding.contract.js';
import { notAuthorized, userNotFound } from './coding.errors.js';
import { CodingFriends } from './friends.service.js';
import { CodingProfiles } from './profiles.service.js';

/** Which sessions to list: texts are compared exactly, times are inclusive Unix seconds. */
export interface SessionFilter {
  readonly language?: string;
  readonly editor?: string;
  readonly editor_name?: string;
  readonly project_name?: string;
  readonly hostname?: string;
  readonly min_duration?: number;
  readonly from?: number;
  readonly to?: number;
}

type Listed = Schema<'CodingSession'>;

interface Row {
  readonly id: number;
  readonly projectName: string | null;
  readonly language: string | null;
  readonly editorName: string | null;
  readonly hostname: string | null;
  readonly startedAtMs: number;
  readonly durationSeconds: number;
}

const rowsPerPage = 1_000;

/** The sessions that are stored. */
@Injectable()
export class CodingSessions {
  constructor(
    private readonly database: Database,
    private readonly profiles: CodingProfiles,
    private readonly friends: CodingFriends,
  ) {}

  /** What the caller may see of `username` (`@me` for the caller); read page by page, as it is taken. */
  async list(caller: AccountId, username: string, filter: SessionFilter = {}): Promise<AsyncIterable<Listed>> {
    const account = username === '@me' ? caller : await this.#visible(caller, username);
    return this.#read(account, filter);
  }

  async #visible(caller: AccountId, username: string): Promise<AccountId> {
    const person = await this.profiles.named(username);
    if (!person) throw userNotFound();
    if (person.account !== caller && !(await this.friends.areFriends(caller, person.account))) throw notAuthorized();
    return person.account;
  }

  async *#read(account: AccountId, filter: SessionFilter): AsyncGenerator<Listed> {
    const em = this.database.reader;
    const { sql, values } = conditions(filter);
    // Pages continue after the last row instead of counting rows, so that sessions stored meanwhile shift nothing.
    const page = this.database.statement<Row>(`
      select id, project_name as "projectName", language, editor_name as "editorName", hostname,
        started_at_ms as "startedAtMs", duration_seconds as "durationSeconds"
      from coding_session
      where account_id = ? and (started_at_ms, id) > (?, ?) ${sql}
      order by started_at_ms, id limit ${rowsPerPage}`);
    let last = { startedAtMs: filter.from === undefined ? Number.MIN_SAFE_INTEGER : filter.from * 1000, id: 0 };
    for (;;) {
      const rows = await page(em, account, last.startedAtMs, last.id, ...values);
      for (const row of rows) yield shown(row);
      const next = rows.at(-1);
      if (!next || rows.length < rowsPerPage) return;
      last = next;
      // SQLite answers without leaving the thread: between pages it is everybody else's turn.
      await turnOfTheEventLoop();
    }
  }
}

function conditions(filter: SessionFilter): { sql: string; values: StatementValue[] } {
  const given: readonly (readonly [condition: string, value: StatementValue | undefined])[] = [
    ['language = ?', filter.language],
    ['editor_name = ?', filter.editor],
    ['editor_name = ?', filter.editor_name],
    ['project_name = ?', filter.project_name],
    ['hostname = ?', filter.hostname],
    ['duration_seconds >= ?', filter.min_duration],
    // A session that began within the last second asked for is listed with that second as its start.
    ['started_at_ms < ?', filter.to === undefined ? undefined : (filter.to + 1) * 1000],
  ];
  const used = given.flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]));
  return { sql: used.map(({ condition }) => ` and ${condition}`).join(''), values: used.map(({ value }) => value) };
}

function shown(row: Row): Listed {
  return {
    language: row.language,
    hostname: row.hostname,
    editor_name: row.editorName,
    project_name: row.projectName,
    start_time: Math.floor(row.startedAtMs / 1000),
    duration: row.durationSeconds,
  };
}
