import { defineEntity, p } from '@mikro-orm/core';
import { PomodoroProfile } from './profile.entity.js';

/**
 * How many tomatoes a person completed in the current day, week or month, or ever. A row of a period that has ended
 * counts for nothing.
 */
export const PomodoroScore = defineEntity({
  name: 'PomodoroScore',
  tableName: 'pomodoro_score',
  // A leaderboard is a stretch of this index and nothing else.
  indexes: [
    {
      name: 'pomodoro_score_rank_index',
      properties: ['period', 'negatedScore', 'reachedAtMs', 'account', 'endsAtMs'],
    },
  ],
  properties: {
    account: () =>
      p.manyToOne(PomodoroProfile).mapToPk().primary().name('account_id').deleteRule('cascade').index(false),
    period: p.string().length(7).primary(),
    endsAtMs: p.bigint('number').index(),
    // Below zero, so that an index in ascending order has the highest score first and, of equal ones, the earliest.
    negatedScore: p.integer(),
    reachedAtMs: p.bigint('number'),
  },
});

/** How many people have a score in a period that ends at a certain moment, so that nobody has to count them. */
export const PomodoroBoard = defineEntity({
  name: 'PomodoroBoard',
  tableName: 'pomodoro_board',
  properties: {
    period: p.string().length(7).primary(),
    endsAtMs: p.bigint('number').primary(),
    people: p.integer(),
  },
});
