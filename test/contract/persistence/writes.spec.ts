import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Account, accountEntities } from '#accounts';
import { Database } from '#persistence';
import type { SqlEntityManager } from '#persistence';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

describe.each(dialects)('writes on %s', (dialect) => {
  let fresh: FreshDatabase;
  let database: Database;
  const insert = (em: SqlEntityManager, id: number) =>
    database.statement<{ id: number }>('insert into account (id, created_at_ms) values (?, 0) returning id')(em, id);
  const ids = async () => {
    const rows = await database.statement<{ id: number }>('select id from account order by id')(database.fork());
    return rows.map((row) => row.id);
  };

  beforeAll(async () => {
    fresh = await freshDatabase(dialect);
    database = await Database.open({ url: fresh.url, entities: accountEntities });
  });
  beforeEach(() => database.write((em) => em.execute('delete from account')));
  afterAll(async () => {
    await database.close();
    await fresh.remove();
  });

  it('share a transaction when they arrive together', async () => {
    const transactions = await Promise.all(
      [1, 2, 3].map((id) =>
        database.write(async (em) => {
          await insert(em, id);
          return em.getTransactionContext<object>();
        }),
      ),
    );
    expect(new Set(transactions).size).toBe(1);
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('are durable and visible to others when they are answered, and not before', async () => {
    const idsWithin = await database.write(async (em) => {
      await insert(em, 1);
      return ids();
    });
    expect(idsWithin).toEqual([]);
    expect(await ids()).toEqual([1]);
  });

  it('reject only the caller whose statement fails', async () => {
    const results = await Promise.allSettled([1, 2, 2, 3].map((id) => database.write((em) => insert(em, id))));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(results[2]).toMatchObject({ reason: expect.any(UniqueConstraintViolationException) });
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('keep nothing of a work that throws', async () => {
    const refusal = new Error('not so');
    const refused = database.write(async (em) => {
      await insert(em, 1);
      throw refusal;
    });
    await expect(refused).rejects.toBe(refusal);
    expect(await ids()).toEqual([]);
  });

  it('are never acknowledged and lost, even when the error of a statement was swallowed', async () => {
    await database.write((em) => insert(em, 1));
    const swallowing = database.write(async (em) => {
      await insert(em, 2);
      await insert(em, 1).catch(() => {});
    });
    const [result] = await Promise.allSettled([swallowing]);
    expect(await ids()).toEqual(result.status === 'fulfilled' ? [1, 2] : [1]);
  });

  it('store the entities that the work made, each work with an identity map of its own', async () => {
    const sizes = await Promise.all(
      [1, 2].map(() =>
        database.write(async (em) => {
          em.create(Account, { createdAtMs: 1_700_000_000_000 });
          return em.getUnitOfWork().getPersistStack().size;
        }),
      ),
    );
    expect(sizes).toEqual([1, 1]);
    expect(await database.fork().find(Account, {}, { orderBy: { id: 'asc' } })).toMatchObject([
      { createdAtMs: 1_700_000_000_000 },
      { createdAtMs: 1_700_000_000_000 },
    ]);
  });

  it('gather items in batches and answer each', async () => {
    const calls: (readonly number[])[] = [];
    const add = database.batched(async (em, items: readonly number[]) => {
      calls.push(items);
      for (const item of items) await insert(em, item);
      return items.map((item) => `added ${item}`);
    });
    expect(await Promise.all([add(3), add(1), add(2)])).toEqual(['added 3', 'added 1', 'added 2']);
    expect(calls).toEqual([[3, 1, 2]]);
    const results = await Promise.allSettled([add(4), add(1), add(5)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ids()).toEqual([1, 2, 3, 4, 5]);
  });

  it('call back after the commit, before the caller is answered, and never for what failed', async () => {
    const events: string[] = [];
    const good = database.write(async (em) => {
      database.afterCommit(em, () => events.push('good committed'));
      await insert(em, 1);
    });
    const bad = database.write(async (em) => {
      database.afterCommit(em, () => events.push('bad committed'));
      throw new Error('bad');
    });
    await Promise.allSettled([good.then(() => events.push('good answered')), bad]);
    expect(events).toEqual(['good committed', 'good answered']);
    expect(() => database.afterCommit(database.fork(), () => {})).toThrow('Only the entity manager that a write');
  });

  it('are done once, though a callback after their commit throws', async () => {
    const writes = [1, 2].map((id) =>
      database.write(async (em) => {
        database.afterCommit(em, () => {
          throw new Error('callback');
        });
        await insert(em, id);
      }),
    );
    const results = await Promise.allSettled(writes);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(await ids()).toEqual([1, 2]);
  });

  it('leave nothing open: an entity manager that was kept belongs to no transaction', async () => {
    const kept = await database.write(async (em) => em);
    expect(kept.isInTransaction()).toBe(false);
    if (dialect === 'sqlite') await expect(insert(kept, 1)).rejects.toThrow('readonly');
  });

  it('refuse another write within themselves', async () => {
    await expect(database.write(() => database.write((em) => insert(em, 1)))).rejects.toThrow('A write within a write');
  });

  it('that wait are committed when the database closes, after those of its last callbacks', async () => {
    database.beforeClose(() => database.write(async (em) => void (await insert(em, 9))));
    const waiting = [1, 2, 3].map((id) => database.write((em) => insert(em, id)));
    await database.close();
    await Promise.all(waiting);
    await expect(database.write((em) => insert(em, 4))).rejects.toThrow('closing');
    database = await Database.open({ url: fresh.url, entities: accountEntities });
    expect(await ids()).toEqual([1, 2, 3, 9]);
  });
});
