import { defineEntity, p } from '@mikro-orm/core';
import { CodingProfile } from './profile.entity.js';

/** A stretch of coding that has ended. */
export const CodingSession = defineEntity({
  name: 'CodingSession',
  tableName: 'coding_session',
  // One index serves listing: it finds a person's rows and hands them over in the order of the pages.
  indexes: [{ properties: ['account', 'startedAtMs', 'id'] }],
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    account: () => p.manyToOne(CodingProfile).mapToPk().name('account_id').deleteRule('cascade').index(false),
    projectName: p.string().length(64).nullable(),
    language: p.string().length(32).nullable(),
    editorName: p.string().length(32).nullable(),
    hostname: p.string().length(32).nullable(),
    startedAtMs: p.bigint('number'),
    durationSeconds: p.integer(),
  },
});

/** The one session of a person that may still grow; a row, so that a killed process loses nothing. */
export const RunningCodingSession = defineEntity({
  name: 'RunningCodingSession',
  tableName: 'coding_running_session',
  properties: {
    account: () => p.manyToOne(CodingProfile).mapToPk().primary().name('account_id').deleteRule('cascade').index(false),
    projectName: p.string().length(64).nullable(),
    language: p.string().length(32).nullable(),
    editorName: p.string().length(32).nullable(),
    hostname: p.string().length(32).nullable(),
    startedAtMs: p.bigint('number'),
    lastHeartbeatAtMs: p.bigint('number').index(),
  },
});
