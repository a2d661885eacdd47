import { defineEntity, p } from '@mikro-orm/core';

/** A person's number within this server. */
export type AccountId = number;

/** A person. What an API knows of the person is that API's own profile row, which refers to this one. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.integer().primary().autoincrement(),
    createdAtMs: p.bigint('number'),
  },
});

/** Who the person is at a provider: the provider's immutable id, never a name or an e-mail address. */
export const Identity = defineEntity({
  name: 'Identity',
  tableName: 'identity',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).mapToPk().name('account_id').deleteRule('cascade').index(),
    provider: p.string().length(32),
    providerId: p.string().length(255),
  },
  uniques: [{ properties: ['provider', 'providerId'] }],
});

/** A secret that opens one API, kept as its SHA-256 only. */
export const Credential = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  properties: {
    id: p.integer().primary().autoincrement(),
    // The index over account and scheme serves this key too.
    account: () => p.manyToOne(Account).mapToPk().name('account_id').deleteRule('cascade').index(false),
    scheme: p.string().length(32),
    hash: p.string().length(64),
    label: p.string().length(255).nullable(),
    createdAtMs: p.bigint('number'),
    lastUsedAtMs: p.bigint('number').nullable(),
    expiresAtMs: p.bigint('number').nullable(),
    // How long after each use it expires.
    renewalMs: p.bigint('number').nullable(),
  },
  uniques: [{ properties: ['scheme', 'hash'] }],
  indexes: [{ properties: ['account', 'scheme'] }],
});

/** An Argon2id hash in PHC form, which carries its own salt and parameters. */
export const Password = defineEntity({
  name: 'Password',
  tableName: 'password',
  properties: {
    account: () => p.manyToOne(Account).mapToPk().primary().name('account_id').deleteRule('cascade').index(false),
    hash: p.string().length(255),
  },
});

/** What the accounts library keeps. */
export const accountEntities = [Account, Identity, Credential, Password];
