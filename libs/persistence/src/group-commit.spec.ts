import { AsyncLocalStorage } from 'node:async_hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { TransactionFailure, GroupCommit } from './group-commit.js';

/** A database of a list: a transaction's entries are kept when it is committed. */
class FakeDatabase {
  readonly committed: unknown[] = [];
  commits = 0;
  failNextCommit = false;
  readonly groups = new GroupCommit<unknown[]>(async (work) => {
    const written: unknown[] = [];
    await work(() => written);
    if (this.failNextCommit) {
      this.failNextCommit = false;
      throw new TransactionFailure('disk full');
    }
    this.commits += 1;
    this.committed.push(...written);
  }, 4);

  write(value: unknown): Promise<unknown> {
    return this.groups.write(async (written) => {
      if (value instanceof Error) throw value;
      written.push(value);
      return value;
    });
  }
}

describe('GroupCommit', () => {
  let database: FakeDatabase;
  beforeEach(() => {
    database = new FakeDatabase();
  });

  it('commits what arrives together in one transaction', async () => {
    expect(await Promise.all([database.write(1), database.write(2), database.write(3)])).toEqual([1, 2, 3]);
    expect(database).toMatchObject({ commits: 1, committed: [1, 2, 3] });
  });

  it('gathers what arrives while a transaction is being committed for the next', async () => {
    const { promise: isOpen, resolve: nowOpen } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const first = database.groups.write(async (written) => {
      nowOpen();
      await mayEnd;
      written.push('first');
    });
    await isOpen;
    const others = [database.write('second'), database.write('third')];
    end();
    await Promise.all([first, ...others]);
    expect(database).toMatchObject({ commits: 2, committed: ['first', 'second', 'third'] });
  });

  it('lets in the requests of the same turn of the event loop, also between two transactions', async () => {
    await database.write(1);
    await Promise.all([database.write(2), Promise.resolve().then(() => database.write(3))]);
    expect(database.commits).toBe(2);
  });

  it('bounds a transaction to so many items', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => database.write(value)));
    expect(database).toMatchObject({ commits: 3, committed: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
  });

  it('answers a caller only after the commit', async () => {
    const committedWhenAnswered = database.write('durable').then(() => [...database.committed]);
    expect(await committedWhenAnswered).toEqual(['durable']);
  });

  it('rejects only the caller whose write fails, and commits the others', async () => {
    const bad = new Error('bad');
    const results = await Promise.allSettled([database.write(1), database.write(bad), database.write(3)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: bad });
    expect(database).toMatchObject({ commits: 2, committed: [1, 3] });
  });

  it('does not run again what may have been committed', async () => {
    database.failNextCommit = true;
    const results = await Promise.allSettled([database.write(1), database.write(2)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(database.committed).toEqual([]);
    expect(await database.write(3)).toBe(3);
  });

  it('refuses a write within a write, and not after it', async () => {
    await expect(database.groups.write(() => database.write('inner'))).rejects.toThrow('A write within a write');
    const scope = { later: async (): Promise<unknown> => undefined };
    await database.groups.write(async () => {
      scope.later = AsyncLocalStorage.bind(() => database.write('afterwards'));
    });
    expect(await scope.later()).toBe('afterwards');
  });

  it("keeps a caller's asynchronous context from another's write", async () => {
    const context = new AsyncLocalStorage<string>();
    const seen = await context.run('first caller', () => database.groups.write(async () => context.getStore()));
    expect(seen).toBeUndefined();
  });

  it('commits what waits before it closes, and refuses what comes later', async () => {
    const waiting = [database.write(1), database.write(2), database.write(3), database.write(4), database.write(5)];
    await database.groups.close();
    expect(database.committed).toEqual([1, 2, 3, 4, 5]);
    await Promise.all(waiting);
    await expect(database.write(6)).rejects.toThrow('closing');
  });
});
