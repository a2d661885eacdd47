import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.js';

const create = () => {
  const transactions: string[][] = [];
  const groups = new GroupCommit<string[]>(async (work) => {
    const log: string[] = [];
    await work(() => log);
    transactions.push(log);
  });
  return { groups, transactions };
};

describe('a batched write', () => {
  it('gets all waiting items in one call, in the order of their arrival', async () => {
    const { groups, transactions } = create();
    const double = groups.batched(async (log, items: readonly number[]) => {
      log.push(items.join());
      return items.map((item) => item * 2);
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(transactions).toEqual([['1,2,3']]);
  });

  it('shares its transaction with other batches and writes, each called once', async () => {
    const { groups, transactions } = create();
    const lane = (name: string) =>
      groups.batched(async (log, items: readonly number[]) => {
        log.push(`${name} ${items.join()}`);
        return items;
      });
    const [a, b] = [lane('a'), lane('b')];
    await Promise.all([a(1), b(2), groups.write(async (log) => log.push('write')), a(3), b(4)]);
    expect(transactions).toEqual([['a 1,3', 'b 2,4', 'write']]);
  });

  it('is called again item by item when an item fails, so that only its caller is rejected', async () => {
    const { groups, transactions } = create();
    const run = groups.batched(async (log, items: readonly number[]) => {
      if (items.includes(2)) throw new Error('two');
      log.push(items.join());
      return items;
    });
    const results = await Promise.allSettled([run(1), run(2), run(3)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(transactions).toEqual([['1'], ['3']]);
  });

  it('fails when it answers for fewer items than it was given', async () => {
    const { groups } = create();
    const forgetful = groups.batched(async (_log, _items: readonly number[]) => []);
    await expect(forgetful(1)).rejects.toThrow('1 items got 0 results');
  });
});
