import { describe, expect, it } from 'vitest';
import { rememberStatements } from './statement-cache.js';

const create = (limit: number) => {
  const prepared: string[] = [];
  const prepare = rememberStatements((sql) => {
    prepared.push(sql);
    return { sql, busy: false as boolean };
  }, limit);
  return { prepare, prepared };
};

describe('rememberStatements', () => {
  it('prepares each text once', () => {
    const { prepare, prepared } = create(2);
    expect(prepare('a')).toBe(prepare('a'));
    expect(prepared).toEqual(['a']);
  });

  it('drops the least recently used', () => {
    const { prepare, prepared } = create(2);
    for (const sql of ['a', 'b', 'a', 'c', 'a', 'b']) prepare(sql);
    expect(prepared).toEqual(['a', 'b', 'c', 'b']);
  });

  it('never hands out a statement that is still being read', () => {
    const { prepare } = create(2);
    const first = prepare('a');
    first.busy = true;
    expect(prepare('a')).not.toBe(first);
    first.busy = false;
    expect(prepare('a')).toBe(first);
  });

  it('remembers nothing of a text that cannot be prepared', () => {
    const prepare = rememberStatements((): { busy: boolean } => {
      throw new Error('syntax');
    });
    expect(() => prepare('a')).toThrow('syntax');
    expect(() => prepare('a')).toThrow('syntax');
  });
});
