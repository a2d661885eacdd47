import { expect, it } from 'vitest';
import { newId } from './ids.js';

it('newId makes ids of 24 hex digits, each greater than the one before', () => {
  const nowMs = Date.parse('2016-10-09T04:30:47Z');
  const ids = Array.from({ length: 1000 }, () => newId(nowMs));
  expect(ids.every((id) => /^57f9c7f7[0-9a-f]{16}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  expect(newId(nowMs + 1000) > ids.at(-1)!).toBe(true);
});
