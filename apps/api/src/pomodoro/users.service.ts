import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database } from '#persistence';
import { currencies } from './currencies.js';
import { check, fieldsUnder } from './fields.js';
import { People, type Person } from './people.service.js';
import { spansAt } from './periods.js';
import type { Schema } from './pomodoro.contract.js';
import { authenticationFailed, invalidUser, missingRoot } from './pomodoro.errors.js';
import { defaults, pictureOf, preferenceRules, type Preferences } from './preferences.js';
import { ScoreKeeper } from './score-keeper.service.js';
import { Tomatoes } from './tomatoes.service.js';
import { type Zone, type ZoneName, zoneOf } from './zones.js';

/** What people see of themselves, and what they may change. */
@Injectable()
export class PomodoroUsers {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly tomatoes: Tomatoes,
    private readonly scores: ScoreKeeper,
  ) {}

  async show(account: AccountId, zoneName: ZoneName): Promise<Schema<'PomodoroUser'>> {
    const person = await this.people.find(account);
    if (!person) throw authenticationFailed();
    return this.#shown(person, zoneOf(zoneName, person.time_zone));
  }

  /** Changes what the body has; all of it or, if any of it breaks a rule, nothing. */
  async change(account: AccountId, body: unknown, zoneName: ZoneName): Promise<Schema<'PomodoroUser'>> {
    const fields = fieldsUnder('user', body, Object.keys(preferenceRules));
    if (!fields) throw missingRoot('user');
    const { values, faults } = check(fields, preferenceRules);
    if (faults) throw invalidUser(faults);
    const changed = await this.#change(account, values);
    if (!changed) throw authenticationFailed();
    return this.#shown(changed.is, zoneOf(zoneName, changed.was.time_zone));
  }

  #change(account: AccountId, values: Partial<Preferences>): Promise<{ was: Person; is: Person } | undefined> {
    return this.database.write(async (em) => {
      const was = await this.people.hold(em, account);
      if (!was) return undefined;
      const names = Object.keys(values) as (keyof Preferences)[];
      if (names.every((name) => values[name] === was[name])) return { was, is: was };
      const nowMs = Date.now();
      const is = { ...was, ...values, updatedAtMs: nowMs };
      await this.people.save(em, is);
      if (is.time_zone !== was.time_zone) await this.scores.settle(em, account, zoneOf(undefined, is.time_zone), nowMs);
      return { was, is };
    });
  }

  async #shown(person: Person, zone: Zone): Promise<Schema<'PomodoroUser'>> {
    const currency = person.currency ?? defaults.currency;
    return {
      id: person.publicId,
      name: person.name,
      email: person.email,
      image: pictureOf(person.image, person.githubImage),
      time_zone: person.time_zone,
      color: person.color ?? defaults.color,
      volume: person.volume ?? defaults.volume,
      ticking: person.ticking,
      work_hours_per_day: person.work_hours_per_day,
      average_hourly_rate: person.average_hourly_rate,
      currency,
      currency_unit: currencies[currency],
      tomatoes_counters: await this.tomatoes.count(person.account, spansAt(Date.now(), zone)),
      authorizations: [
        { provider: 'github', uid: person.githubId, nickname: person.githubLogin, image: person.githubImage },
      ],
      created_at: zone.isoString(person.createdAtMs),
      updated_at: zone.isoString(person.updatedAtMs),
    };
  }
}
