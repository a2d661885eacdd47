import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountEntities, Accounts, Credential, Credentials, randomSecret } from '#accounts';
import type { AccountId } from '#accounts';
import { Database } from '#persistence';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

const scheme = 'codingToken';

describe.each(dialects)('credentials on %s', (dialect) => {
  let fresh: FreshDatabase;
  let database: Database;
  let credentials: Credentials;
  let account: AccountId;
  let secret: string;
  const issue = (expiresAtMs?: number) =>
    database.write((em) => credentials.issue(em, account, scheme, secret, expiresAtMs ? { expiresAtMs } : {}));
  const rows = () => database.fork().find(Credential, { account });

  beforeAll(async () => {
    fresh = await freshDatabase(dialect);
    database = await Database.open({ url: fresh.url, entities: accountEntities });
    credentials = new Credentials(database);
  });
  beforeEach(async () => {
    account = await database.write((em) => new Accounts(database, credentials).create(em));
    secret = randomSecret(32);
  });
  afterAll(async () => {
    await database.close();
    await fresh.remove();
  });

  it('resolve to the account for which they were issued, as often as asked', async () => {
    await issue();
    const resolved = await credentials.resolve(scheme, secret);
    expect(resolved).toEqual({ account, credential: expect.any(Number) });
    expect(await credentials.resolve(scheme, secret)).toEqual(resolved);
    expect(Object.isFrozen(resolved)).toBe(true);
  });

  it('are stored as SHA-256 only', async () => {
    await issue();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
    expect(await rows()).toMatchObject([{ hash: Buffer.from(digest).toString('hex') }]);
  });

  it('open no other scheme, and nothing opens like them', async () => {
    await issue();
    expect(await credentials.resolve('other', secret)).toBeUndefined();
    expect(await credentials.resolve(scheme, `${secret} `)).toBeUndefined();
    expect(await credentials.resolve(scheme, '')).toBeUndefined();
  });

  it('end oldest first where only the newest are to stay', async () => {
    const secrets = [1, 2, 3].map(() => randomSecret(32));
    for (const one of secrets) {
      await database.write((em) => credentials.issue(em, account, scheme, one, { keepNewest: 3 }));
      await credentials.resolve(scheme, one);
    }
    await database.write((em) => credentials.issue(em, account, scheme, secret, { keepNewest: 3 }));
    const living = await Promise.all([...secrets, secret].map((one) => credentials.resolve(scheme, one)));
    expect(living.map((resolved) => resolved !== undefined)).toEqual([false, true, true, true]);
  });

  it('resolve at once when they were unknown before', async () => {
    expect(await credentials.resolve(scheme, secret)).toBeUndefined();
    await issue();
    expect(await credentials.resolve(scheme, secret)).toMatchObject({ account });
  });

  it('end when they are revoked, those of other schemes and accounts not', async () => {
    await issue();
    const [other, foreign] = [randomSecret(32), randomSecret(32)];
    await database.write((em) => credentials.issue(em, account, 'other', other));
    const stranger = await database.write(async (em) => {
      const id = await new Accounts(database, credentials).create(em);
      await credentials.issue(em, id, scheme, foreign);
      return id;
    });
    await Promise.all([secret, foreign].map((each) => credentials.resolve(scheme, each)));
    await database.write((em) => credentials.revoke(em, account, scheme));
    expect(await credentials.resolve(scheme, secret)).toBeUndefined();
    expect(await credentials.resolve('other', other)).toMatchObject({ account });
    expect(await credentials.resolve(scheme, foreign)).toMatchObject({ account: stranger });
  });

  it('live on when the transaction that revoked them fails', async () => {
    await issue();
    await credentials.resolve(scheme, secret);
    const failing = database.write(async (em) => {
      await credentials.revoke(em, account, scheme);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await credentials.resolve(scheme, secret)).toMatchObject({ account });
  });

  it('do not come back by being resolved while they are revoked', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const statement = database.statement.bind(database);
    const spy = vi.spyOn(database, 'statement').mockImplementation((sql) => {
      const run = statement<never>(sql);
      if (!sql.startsWith('select')) return run;
      return async (...values) => run(...values).finally(() => held);
    });
    credentials = new Credentials(database);
    spy.mockRestore();
    await issue();
    const asked = credentials.resolve(scheme, secret);
    await database.write((em) => credentials.revoke(em, account, scheme));
    letGo();
    await asked;
    expect(await credentials.resolve(scheme, secret)).toBeUndefined();
  });

  it('end at their time', async () => {
    const expiresAtMs = Date.now() + 60_000;
    await issue(expiresAtMs);
    expect(await credentials.resolve(scheme, secret)).toMatchObject({ account });
    vi.useFakeTimers({ now: expiresAtMs, toFake: ['Date'] });
    try {
      expect(await credentials.resolve(scheme, secret)).toBeUndefined();
      expect(await new Credentials(database).resolve(scheme, secret)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('end later with each use where they are renewed, to the minute, and never once they have ended', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const hourMs = 3_600_000;
    const pass = async (ms: number) => {
      vi.advanceTimersByTime(ms);
      await database.write(async () => {});
    };
    try {
      credentials = new Credentials(database);
      const expiresAtMs = Date.now() + hourMs;
      const renewed = { expiresAtMs, renewalMs: hourMs };
      await database.write((em) => credentials.issue(em, account, scheme, secret, renewed));
      await pass(hourMs - 1000);
      expect(await credentials.resolve(scheme, secret)).toMatchObject({ account });
      expect(await rows()).toMatchObject([{ expiresAtMs }]);
      await pass(10_000);
      const usedAtMs = Date.now();
      expect(await rows()).toMatchObject([{ lastUsedAtMs: usedAtMs, expiresAtMs: usedAtMs + hourMs }]);
      await credentials.resolve(scheme, secret);
      await pass(10_000);
      expect(await rows()).toMatchObject([{ expiresAtMs: usedAtMs + hourMs }]);
      await pass(hourMs);
      expect(await credentials.resolve(scheme, secret)).toBeUndefined();
      await pass(10_000);
      expect(await credentials.resolve(scheme, secret)).toBeUndefined();
      expect(await rows()).toMatchObject([{ expiresAtMs: usedAtMs + hourMs }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('remember their last use to the minute, without waiting for it', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    try {
      credentials = new Credentials(database);
      await issue();
      expect(await rows()).toMatchObject([{ lastUsedAtMs: null }]);
      await credentials.resolve(scheme, secret);
      expect(await rows()).toMatchObject([{ lastUsedAtMs: null }]);
      vi.advanceTimersByTime(10_000);
      await database.write(async () => {});
      const firstMs = Date.now();
      expect(await rows()).toMatchObject([{ lastUsedAtMs: firstMs }]);
      await credentials.resolve(scheme, secret);
      vi.advanceTimersByTime(40_000);
      await database.write(async () => {});
      expect(await rows()).toMatchObject([{ lastUsedAtMs: firstMs }]);
      vi.advanceTimersByTime(60_000);
      await credentials.resolve(scheme, secret);
      vi.advanceTimersByTime(10_000);
      await database.write(async () => {});
      expect(await rows()).toMatchObject([{ lastUsedAtMs: Date.now() }]);
    } finally {
      vi.useRealTimers();
    }
  });
});
