import { Injectable } from '@nestjs/common';
import { type AccountId, Accounts } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import type { GitHubUser } from './github.client.js';
import { newId } from './ids.js';
import { authenticationFailed } from './pomodoro.errors.js';
import type { Preferences } from './preferences.js';
import { ScoreKeeper } from './score-keeper.service.js';
import { type Zone, type ZoneName, zoneOf } from './zones.js';

/** A person, as this API knows them. */
export interface Person extends Preferences {
  readonly account: AccountId;
  readonly publicId: string;
  readonly githubId: string;
  readonly githubLogin: string | null;
  readonly githubImage: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

type Row = Omit<Person, 'ticking'> & { readonly ticking: number };

const columns = `
  account_id as "account", public_id as "publicId", github_id as "githubId", github_login as "githubLogin",
  github_image as "githubImage", name, email, image, time_zone, color, volume, ticking, work_hours_per_day,
  average_hourly_rate, currency, created_at_ms as "createdAtMs", updated_at_ms as "updatedAtMs"`;

/** The people of this API. */
@Injectable()
export class People {
  readonly #select;
  readonly #hold;
  readonly #insert;
  readonly #update;
  readonly #delete;

  constructor(
    private readonly database: Database,
    accounts: Accounts,
    scores: ScoreKeeper,
  ) {
    this.#select = database.statement<Row>(`select ${columns} from pomodoro_profile where account_id = ?`);
    this.#hold = database.statement<Row>(
      `update pomodoro_profile set updated_at_ms = updated_at_ms where account_id = ? returning ${columns}`,
    );
    this.#insert = database.statement<object>(`
      insert into pomodoro_profile (account_id, public_id, github_id, github_login, github_image, name, email, image,
        ticking, created_at_ms, updated_at_ms)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`);
    this.#update = database.statement<object>(`
      update pomodoro_profile
      set name = ?, email = ?, image = ?, time_zone = ?, color = ?, volume = ?, ticking = ?, work_hours_per_day = ?,
        average_hourly_rate = ?, currency = ?, updated_at_ms = ?
      where account_id = ?`);
    this.#delete = database.statement<object>('delete from pomodoro_profile where account_id = ?');
    accounts.onForget(async (em, account) => {
      await scores.withdraw(em, account, Date.now());
      // Tomatoes, projects and scores go with the profile, by their foreign keys.
      await this.#delete(em, account);
    });
  }

  async find(account: AccountId, em = this.database.fork()): Promise<Person | undefined> {
    const [row] = await this.#select(em, account);
    return row && personOf(row);
  }

  /** Lets no other transaction at what belongs to this person until this one ends. */
  async hold(em: SqlEntityManager, account: AccountId): Promise<Person | undefined> {
    const [row] = await this.#hold(em, account);
    return row && personOf(row);
  }

  /** Makes a person of an account, from what GitHub says. */
  async add(em: SqlEntityManager, account: AccountId, { id, login, image, name, email }: GitHubUser): Promise<void> {
    const nowMs = Date.now();
    await this.#insert(em, account, newId(nowMs), id, login, image, name, email, image, nowMs, nowMs);
  }

  async save(em: SqlEntityManager, person: Person): Promise<void> {
    const { name, email, image, time_zone, color, volume, ticking, currency } = person;
    const { work_hours_per_day: hours, average_hourly_rate: rate } = person;
    const settings = [name, email, image, time_zone, color, volume, Number(ticking), hours, rate, currency];
    await this.#update(em, ...settings, person.updatedAtMs, person.account);
  }

  /** The zone of a request by this person. */
  async zone(account: AccountId, requested: ZoneName): Promise<Zone> {
    if (requested !== undefined) return zoneOf(requested, null);
    const person = await this.find(account);
    if (!person) throw authenticationFailed();
    return zoneOf(undefined, person.time_zone);
  }
}

const personOf = (row: Row): Person => ({ ...row, ticking: row.ticking === 1 });
