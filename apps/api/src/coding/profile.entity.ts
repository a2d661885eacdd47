import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '#accounts';

/** What the coding API knows of a person. Everything else it keeps hangs on this row and goes with it. */
export const CodingProfile = defineEntity({
  name: 'CodingProfile',
  tableName: 'coding_profile',
  properties: {
    account: () => p.manyToOne(Account).mapToPk().primary().name('account_id').index(false),
    username: p.string().length(32),
    usernameKey: p.string().length(32).unique(),
    friendCode: p.string().length(24).unique(),
    registeredAtMs: p.bigint('number'),
  },
});
