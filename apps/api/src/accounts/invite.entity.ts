import { defineEntity, p } from '@mikro-orm/core';
import { AccountsProfile } from './profile.entity.js';

/** The right to register once. Its code is kept as SHA-256; the person who used it keeps the code itself. */
export const AccountsInvite = defineEntity({
  name: 'AccountsInvite',
  tableName: 'accounts_invite',
  properties: {
    id: p.integer().primary().autoincrement(),
    hash: p.string().length(64).unique(),
    note: p.string().length(255).nullable(),
    createdAtMs: p.bigint('number'),
    expiresAtMs: p.bigint('number').nullable(),
    usedAtMs: p.bigint('number').nullable(),
    // A used invite stays used when the person is gone.
    usedBy: () => p.manyToOne(AccountsProfile).mapToPk().name('used_by_id').nullable().deleteRule('set null').index(),
  },
});
