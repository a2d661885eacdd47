import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '#accounts';

/** A person who records tomatoes: what GitHub said of them at the first sign-in, and what they chose since. */
export const PomodoroProfile = defineEntity({
  name: 'PomodoroProfile',
  tableName: 'pomodoro_profile',
  properties: {
    account: () => p.manyToOne(Account).mapToPk().primary().name('account_id').deleteRule('cascade').index(false),
    publicId: p.string().length(24).unique(),
    githubId: p.string().length(20),
    githubLogin: p.text().nullable(),
    githubImage: p.text().nullable(),
    name: p.text().nullable(),
    email: p.text().nullable(),
    image: p.text().nullable(),
    timeZone: p.string().length(64).nullable(),
    color: p.string().length(7).nullable(),
    volume: p.integer().nullable(),
    ticking: p.integer(),
    workHoursPerDay: p.bigint('number').nullable(),
    averageHourlyRate: p.double().nullable(),
    currency: p.string().length(3).nullable(),
    createdAtMs: p.bigint('number'),
    updatedAtMs: p.bigint('number'),
  },
});
