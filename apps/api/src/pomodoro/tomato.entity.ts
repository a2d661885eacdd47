import { defineEntity, p } from '@mikro-orm/core';
import { PomodoroProfile } from './profile.entity.js';

/** A completed pomodoro. Its tags are a JSON list. */
export const Tomato = defineEntity({
  name: 'Tomato',
  tableName: 'pomodoro_tomato',
  // One index serves lists, counters and scores: all of them ask for a person's tomatoes by time.
  indexes: [{ properties: ['account', 'createdAtMs', 'id'] }],
  properties: {
    id: p.string().length(24).primary(),
    account: () => p.manyToOne(PomodoroProfile).mapToPk().name('account_id').deleteRule('cascade').index(false),
    tags: p.text(),
    createdAtMs: p.bigint('number'),
    updatedAtMs: p.bigint('number'),
  },
});
