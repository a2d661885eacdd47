import { describe, expect, it } from 'vitest';
import { tableLines } from './tables.js';

describe('tableLines', () => {
  it('makes each column as wide as its widest cell', () => {
    const rows = [['number', 'note'], ['1', 'for Aino'], ['20', '']];
    expect(tableLines(rows)).toEqual(['number  note', '1       for Aino', '20']);
  });

  it('has no lines without rows', () => {
    expect(tableLines([])).toEqual([]);
  });
});
