import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import { check, fieldsUnder, type Scalar } from './fields.js';
import { newId } from './ids.js';
import { offsetOf, pageNumber, pageSize, paginate } from './pages.js';
import { People } from './people.service.js';
import type { Schema } from './pomodoro.contract.js';
import { authenticationFailed, invalidProject, missingRoot, notFound } from './pomodoro.errors.js';
import { type ProjectFields, projectRules } from './project-fields.js';
import { tagsOf } from './tags.js';
import type { Zone, ZoneName } from './zones.js';

export interface ProjectFilter {
  readonly page?: string | number;
  /** Only projects with any of these tags. */
  readonly tag_list?: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly money_budget: number | null;
  readonly time_budget: number | null;
  readonly tags: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

const columns = `
  id, name, money_budget, time_budget, tags, created_at_ms as "createdAtMs", updated_at_ms as "updatedAtMs"`;

/** Budgets for what tags stand for. */
@Injectable()
export class PomodoroProjects {
  readonly #select;
  readonly #hold;
  readonly #insert;
  readonly #update;
  readonly #delete;

  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {
    const one = 'id = ? and account_id = ?';
    this.#select = database.statement<Row>(`select ${columns} from pomodoro_project where ${one}`);
    this.#hold = database.statement<Row>(`update pomodoro_project set name = name where ${one} returning ${columns}`);
    this.#insert = database.statement<Row>(`
      insert into pomodoro_project (id, account_id, name, money_budget, time_budget, tags, created_at_ms, updated_at_ms)
      values (?, ?, ?, ?, ?, ?, ?, ?) returning ${columns}`);
    this.#update = database.statement<Row>(`
      update pomodoro_project set name = ?, money_budget = ?, time_budget = ?, tags = ?, updated_at_ms = ?
      where ${one} returning ${columns}`);
    this.#delete = database.statement<{ id: string }>(`delete from pomodoro_project where ${one} returning id`);
  }

  async list(account: AccountId, filter: ProjectFilter, zoneName: ZoneName): Promise<Schema<'ProjectList'>> {
    const zone = await this.people.zone(account, zoneName);
    const em = this.database.fork();
    const tags = filter.tag_list === undefined ? [] : [JSON.stringify(tagsOf(filter.tag_list))];
    const where = `account_id = ?${tags.length > 0 ? ` and ${this.#hasAnyTag}` : ''}`;
    const counting = `select count(*) as count from pomodoro_project where ${where}`;
    const [{ count } = { count: 0 }] = await this.database.statement<{ count: number }>(counting)(em, account, ...tags);
    const page = pageNumber(filter.page);
    const offset = offsetOf(page, count);
    const listing = this.database.statement<Row>(
      `select ${columns} from pomodoro_project where ${where} order by created_at_ms desc, id desc limit ? offset ?`,
    );
    const rows = offset === undefined ? [] : await listing(em, account, ...tags, pageSize, offset);
    return { projects: rows.map((row) => shown(row, zone)), pagination: paginate(page, count) };
  }

  async show(account: AccountId, id: string, zoneName: ZoneName): Promise<Schema<'PomodoroProject'>> {
    return shown(await this.#find(account, id), await this.people.zone(account, zoneName));
  }

  async make(account: AccountId, body: unknown, zoneName: ZoneName): Promise<Schema<'PomodoroProject'>> {
    const { name = '', money_budget = null, time_budget = null, tag_list = [] } = readFields(body, [['name', null]]);
    const zone = await this.people.zone(account, zoneName);
    const row = await this.database.write(async (em) => {
      if (!(await this.people.find(account, em))) return undefined;
      const nowMs = Date.now();
      const values = [name, money_budget, time_budget, JSON.stringify(tag_list)];
      const [made] = await this.#insert(em, newId(nowMs), account, ...values, nowMs, nowMs);
      return made;
    });
    if (!row) throw authenticationFailed();
    return shown(row, zone);
  }

  async change(account: AccountId, id: string, body: unknown, zoneName: ZoneName): Promise<Schema<'PomodoroProject'>> {
    await this.#find(account, id);
    const fields = readFields(body, []);
    const zone = await this.people.zone(account, zoneName);
    const row = await this.database.write((em) => this.#change(em, account, id.toLowerCase(), fields));
    if (!row) throw notFound();
    return shown(row, zone);
  }

  async remove(account: AccountId, id: string): Promise<void> {
    const deleted = await this.database.write((em) => this.#delete(em, id.toLowerCase(), account));
    if (deleted.length === 0) throw notFound();
  }

  async #change(
    em: SqlEntityManager,
    account: AccountId,
    id: string,
    { tag_list: tags, ...others }: Partial<ProjectFields>,
  ): Promise<Row | undefined> {
    const [was] = await this.#hold(em, id, account);
    if (!was) return undefined;
    const is: Row = { ...was, ...others, ...(tags && { tags: JSON.stringify(tags) }) };
    const names = ['name', 'money_budget', 'time_budget', 'tags'] as const;
    if (names.every((name) => is[name] === was[name])) return was;
    const [row] = await this.#update(em, is.name, is.money_budget, is.time_budget, is.tags, Date.now(), id, account);
    return row;
  }

  async #find(account: AccountId, id: string): Promise<Row> {
    const [row] = await this.#select(this.database.fork(), id.toLowerCase(), account);
    if (!row) throw notFound();
    return row;
  }

  get #hasAnyTag(): string {
    const valuesOf = (json: string) =>
      this.database.dialect === 'postgresql' ? `json_array_elements_text(cast(${json} as json))` : `json_each(${json})`;
    return `exists (select 1 from ${valuesOf('tags')} own join ${valuesOf('?')} asked on own.value = asked.value)`;
  }
}

/** The fields of a project, with some that count as given if they are not. */
function readFields(body: unknown, implied: readonly (readonly [string, Scalar])[]): Partial<ProjectFields> {
  const fields = fieldsUnder('project', body, Object.keys(projectRules));
  if (!fields) throw missingRoot('project');
  const { values, faults } = check(new Map([...implied, ...fields]), projectRules);
  if (faults) throw invalidProject(faults);
  return values;
}

const shown = (row: Row, zone: Zone): Schema<'PomodoroProject'> => ({
  id: row.id,
  created_at: zone.isoString(row.createdAtMs),
  updated_at: zone.isoString(row.updatedAtMs),
  tags: JSON.parse(row.tags) as string[],
  name: row.name,
  money_budget: row.money_budget,
  time_budget: row.time_budget,
});
