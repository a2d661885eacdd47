import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '#accounts';

/** What the accounts API knows of a person. */
export const AccountsProfile = defineEntity({
  name: 'AccountsProfile',
  tableName: 'accounts_profile',
  properties: {
    account: () => p.manyToOne(Account).mapToPk().primary().name('account_id').deleteRule('cascade').index(false),
    publicId: p.string().length(36).unique(),
    name: p.string().length(255),
    email: p.string().length(255),
    emailKey: p.string().length(255).unique(),
    invite: p.string().length(255).nullable(),
    registeredAtMs: p.bigint('number'),
  },
});
