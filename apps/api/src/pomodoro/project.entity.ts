import { defineEntity, p } from '@mikro-orm/core';
import { PomodoroProfile } from './profile.entity.js';

/** What tomatoes with any of its tags are about. Its tags are a JSON list. */
export const PomodoroProject = defineEntity({
  name: 'PomodoroProject',
  tableName: 'pomodoro_project',
  indexes: [{ properties: ['account', 'createdAtMs', 'id'] }],
  properties: {
    id: p.string().length(24).primary(),
    account: () => p.manyToOne(PomodoroProfile).mapToPk().name('account_id').deleteRule('cascade').index(false),
    name: p.text(),
    moneyBudget: p.bigint('number').nullable(),
    timeBudget: p.bigint('number').nullable(),
    tags: p.text(),
    createdAtMs: p.bigint('number'),
    updatedAtMs: p.bigint('number'),
  },
});
