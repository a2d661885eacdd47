import { defineEntity, p } from '@mikro-orm/core';

/** How long a guild's log is: the number that its newest play has. */
export const SoundboardLog = defineEntity({
  name: 'SoundboardLog',
  tableName: 'soundboard_log',
  properties: {
    guildId: p.string().length(20).primary(),
    plays: p.bigint('number'),
    lastPlayedAtMs: p.bigint('number'),
  },
});

/**
 * Something that was played in a guild. The plays of a guild are numbered from 1 in the order of their times, without
 * gaps: every page of a log is a stretch of the primary key, however long the log and however far back the page. Who
 * played is written down, not referred to: the log stays when a person goes.
 */
export const SoundboardPlay = defineEntity({
  name: 'SoundboardPlay',
  tableName: 'soundboard_play',
  properties: {
    guildId: p.string().length(20).primary(),
    number: p.bigint('number').primary(),
    playedAtMs: p.bigint('number'),
    userId: p.string().length(20),
    userTag: p.string().length(64),
    source: p.string().length(7),
    sound: p.string().length(2048),
  },
});

/** How often a local sound was played in a guild: so many rows of the log, kept so that nobody has to count them. */
export const SoundboardCount = defineEntity({
  name: 'SoundboardCount',
  tableName: 'soundboard_count',
  // The statistics of a guild are a stretch of this index.
  indexes: [{ name: 'soundboard_count_rank_index', properties: ['guildId', 'negatedCount', 'firstNumber'] }],
  properties: {
    guildId: p.string().length(20).primary(),
    sound: p.string().length(255).primary(),
    // Below zero, so that an index in plain ascending order has the most played first, and the first played of equals.
    negatedCount: p.bigint('number'),
    firstNumber: p.bigint('number'),
  },
});
