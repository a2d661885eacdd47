import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database } from '#persistence';
import { readDate } from './dates.js';
import { check, fieldsUnder } from './fields.js';
import { newId } from './ids.js';
import { inWords, waitMs } from './overlap.js';
import { offsetOf, pageNumber, pageSize, paginate } from './pages.js';
import { People } from './people.service.js';
import type { Period, Span } from './periods.js';
import type { Schema } from './pomodoro.contract.js';
import {
  authenticationFailed, invalidFilter, invalidTomato, missingRoot, notFound, overlappingTomato,
} from './pomodoro.errors.js';
import { tomatoRules } from './project-fields.js';
import { ScoreKeeper } from './score-keeper.service.js';
import { type Zone, type ZoneName, zoneOf } from './zones.js';

export interface TomatoFilter {
  readonly page?: string | number;
  readonly from?: string;
  readonly to?: string;
}

interface Row {
  readonly id: string;
  readonly tags: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

const columns = 'id, tags, created_at_ms as "createdAtMs", updated_at_ms as "updatedAtMs"';
const range = 'account_id = ? and created_at_ms >= ? and created_at_ms < ?';
const ever = Number.MAX_SAFE_INTEGER;

/** Completed pomodoros. */
@Injectable()
export class Tomatoes {
  readonly #count;
  readonly #page;
  readonly #select;
  readonly #latest;
  readonly #insert;
  readonly #update;
  readonly #delete;
  readonly #counters;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly scores: ScoreKeeper,
  ) {
    this.#count = database.statement<{ count: number }>(`select count(*) as count from pomodoro_tomato where ${range}`);
    this.#page = database.statement<Row>(
      `select ${columns} from pomodoro_tomato where ${range} order by created_at_ms desc, id desc limit ? offset ?`,
    );
    this.#select = database.statement<Row>(`select ${columns} from pomodoro_tomato where id = ? and account_id = ?`);
    this.#latest = database.statement<{ latestAtMs: number | null }>(
      'select max(created_at_ms) as "latestAtMs" from pomodoro_tomato where account_id = ?',
    );
    this.#insert = database.statement<Row>(`
      insert into pomodoro_tomato (id, account_id, tags, created_at_ms, updated_at_ms)
      values (?, ?, ?, ?, ?) returning ${columns}`);
    this.#update = database.statement<Row>(`
      update pomodoro_tomato set updated_at_ms = case when tags = ? then updated_at_ms else ? end, tags = ?
      where id = ? and account_id = ? returning ${columns}`);
    this.#delete = database.statement<{ id: string }>(
      'delete from pomodoro_tomato where id = ? and account_id = ? returning id',
    );
    this.#counters = database.statement<{ day: number; week: number; month: number }>(`
      select count(case when created_at_ms >= ? then 1 end) as day,
        count(case when created_at_ms >= ? then 1 end) as week,
        count(case when created_at_ms >= ? then 1 end) as month
      from pomodoro_tomato where account_id = ? and created_at_ms >= ?`);
  }

  async list(account: AccountId, filter: TomatoFilter, zoneName: ZoneName): Promise<Schema<'TomatoList'>> {
    const zone = await this.people.zone(account, zoneName);
    const from = bound('from', filter.from, zone) ?? -ever;
    const to = bound('to', filter.to, zone) ?? ever;
    const em = this.database.fork();
    const [{ count } = { count: 0 }] = await this.#count(em, account, from, to);
    const page = pageNumber(filter.page);
    const offset = offsetOf(page, count);
    const rows = offset === undefined ? [] : await this.#page(em, account, from, to, pageSize, offset);
    return { tomatoes: rows.map((row) => shown(row, zone)), pagination: paginate(page, count) };
  }

  async show(account: AccountId, id: string, zoneName: ZoneName): Promise<Schema<'Tomato'>> {
    return shown(await this.#find(account, id), await this.people.zone(account, zoneName));
  }

  /** Records a tomato that ends now, unless one of the person's ended less than 25 minutes ago. */
  async record(account: AccountId, body: unknown, zoneName: ZoneName): Promise<Schema<'Tomato'>> {
    const tags = readTags(body);
    // Refused after the commit: an error within would make everybody's shared transaction start over.
    const outcome = await this.database.write(async (em) => {
      const person = await this.people.hold(em, account);
      if (!person) return authenticationFailed();
      const nowMs = Date.now();
      const [{ latestAtMs } = { latestAtMs: null }] = await this.#latest(em, account);
      const wait = waitMs(latestAtMs ?? undefined, nowMs);
      if (wait > 0) return overlappingTomato(inWords(wait));
      const [row] = await this.#insert(em, newId(nowMs), account, tags, nowMs, nowMs);
      await this.scores.settle(em, account, zoneOf(undefined, person.time_zone), nowMs);
      return { row: row!, zone: zoneOf(zoneName, person.time_zone) };
    });
    if (outcome instanceof Error) throw outcome;
    return shown(outcome.row, outcome.zone);
  }

  async retag(account: AccountId, id: string, body: unknown, zoneName: ZoneName): Promise<Schema<'Tomato'>> {
    await this.#find(account, id);
    const tags = readTags(body);
    const zone = await this.people.zone(account, zoneName);
    const key = id.toLowerCase();
    const [row] = await this.database.write((em) => this.#update(em, tags, Date.now(), tags, key, account));
    if (!row) throw notFound();
    return shown(row, zone);
  }

  async remove(account: AccountId, id: string): Promise<void> {
    const isGone = await this.database.write(async (em) => {
      const person = await this.people.hold(em, account);
      const deleted = person ? await this.#delete(em, id.toLowerCase(), account) : [];
      if (!person || deleted.length === 0) return false;
      await this.scores.settle(em, account, zoneOf(undefined, person.time_zone), Date.now());
      return true;
    });
    if (!isGone) throw notFound();
  }

  /** How many tomatoes the person has since the beginnings of the current day, week and month. */
  async count(account: AccountId, spans: Readonly<Record<Period, Span>>): Promise<Schema<'TomatoCounters'>> {
    const starts = [spans.daily.startsAtMs, spans.weekly.startsAtMs, spans.monthly.startsAtMs] as const;
    const [counters] = await this.#counters(this.database.fork(), ...starts, account, Math.min(...starts));
    return counters!;
  }

  async #find(account: AccountId, id: string): Promise<Row> {
    const [row] = await this.#select(this.database.fork(), id.toLowerCase(), account);
    if (!row) throw notFound();
    return row;
  }
}

function readTags(body: unknown): string {
  const fields = fieldsUnder('tomato', body, Object.keys(tomatoRules));
  if (!fields) throw missingRoot('tomato');
  const { values, faults } = check(fields, tomatoRules);
  if (faults) throw invalidTomato(faults);
  return JSON.stringify(values.tag_list);
}

function bound(name: 'from' | 'to', text: string | undefined, zone: Zone): number | undefined {
  const read = text === undefined ? undefined : readDate(text, zone, Date.now());
  if (typeof read === 'string') throw invalidFilter(name, read);
  return read;
}

const shown = (row: Row, zone: Zone): Schema<'Tomato'> => ({
  id: row.id,
  created_at: zone.isoString(row.createdAtMs),
  updated_at: zone.isoString(row.updatedAtMs),
  tags: JSON.parse(row.tags) as string[],
});
