import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#contract';
import { apis } from '../../../apps/api/src/app.module.js';

/** `describeOperation` sees to it that an operation's tests bring about every answer that its document promises. */
describe.each(apis)('operations of %s', (api) => {
  it('have a file of tests each, named after them', () => {
    const operations = [...readDocument(api).operations.keys()];
    const untested = operations.filter((operation) => {
      const file = new URL(`../${api}/${operation}.spec.ts`, import.meta.url);
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(`\ndescribeOperation('${operation}', `);
    });
    expect(operations.length).toBeGreaterThan(0);
    expect(untested).toEqual([]);
  });
});
