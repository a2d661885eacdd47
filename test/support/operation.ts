import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '#persistence';
import { dialects } from './databases.js';
import type { Stage } from './stage.js';

type StageOf<Some extends Stage> = new (dialect: Dialect) => Some;

/** The tests of one operation, on both databases; they have to bring about everything that its document promises. */
export function describeOperation<Some extends Stage & { readonly api: string }>(
  operation: string, OfApi: StageOf<Some>, tests: (stage: Some) => void,
): void {
  describeOnStage(operation, OfApi, (stage) => {
    tests(stage);

    it('has given every answer that the document promises', () => {
      expect(stage.missing(stage.api, operation)).toEqual([]);
    });
  });
}

/** Tests of a behaviour, on both databases. */
export function describeOnStage<Some extends Stage>(
  behaviour: string, OfApi: StageOf<Some>, tests: (stage: Some) => void,
): void {
  describe.each(dialects)(`${behaviour} on %s`, (dialect) => {
    const stage = new OfApi(dialect);
    beforeAll(() => stage.open());
    afterAll(() => stage.close());
    tests(stage);
  });
}
