import { defineEntity, p } from '@mikro-orm/core';
import { CodingProfile } from './profile.entity.js';

/** A stretch of coding that has ended. */
export const CodingSession = defineEntity({
  name: 'CodingSession',
  tableName: 'coding_session',
  // Listing reads this index alone. It holds whole rows in the order of the pages, because in the table a person's rows lie
  // scattered among everybody's, each on a page of its own.
  indexes: [
    {
      name: 'coding_session_listing_index',
      properties: [
        'account', 'startedAtMs', 'id', 'projectName', 'language', 'editorName', 'hostname', 'durationSeconds',
      ],
    },
  ],
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
