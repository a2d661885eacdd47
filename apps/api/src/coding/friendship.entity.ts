import { defineEntity, p } from '@mikro-orm/core';
import { CodingProfile } from './profile.entity.js';

/** Two people who see each other's sessions: one row for both, the lower account first, so that none is kept twice. */
export const CodingFriendship = defineEntity({
  name: 'CodingFriendship',
  tableName: 'coding_friendship',
  properties: {
    lower: () => p.manyToOne(CodingProfile).mapToPk().primary().name('lower_id').deleteRule('cascade').index(false),
    higher: () => p.manyToOne(CodingProfile).mapToPk().primary().name('higher_id').deleteRule('cascade').index(),
    createdAtMs: p.bigint('number'),
  },
});
