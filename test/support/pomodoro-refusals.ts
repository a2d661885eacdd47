import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readDocument } from '#contract';
import { type Request, send } from './http.js';
import { notFound, type Person, type PomodoroStage, titles } from './pomodoro.js';

/** Nothing that an operation does gets by without one of them. */
const tables = ['pomodoro_profile', 'pomodoro_tomato', 'pomodoro_project', 'pomodoro_board', 'credential'];

const unknownId = '000000000000000000000000';

/**
 * The refusals that do not depend on what an operation does. `requestOf` makes a request that the operation would take
 * from somebody who is signed in.
 */
export function refusesAsEveryOperation(
  stage: PomodoroStage, operation: string, requestOf: (person: Person) => Promise<Request> | Request,
): void {
  const { security, input, answers } = readDocument('pomodoro').operations.get(operation)!;
  let asked: Request;
  const usual = (status: number) => ({ status, error: titles[status] });

  beforeAll(async () => {
    const as = await stage.person();
    asked = { ...(await requestOf(as)), ...(security.length > 0 && { as }) };
  });
  afterEach(() => vi.restoreAllMocks());

  it('heeds no Accept', async () => {
    const { status, headers } = await send(
      stage.url, { ...asked, as: undefined, headers: { accept: 'text/html, application/json;q=0' } },
    );
    expect(status).not.toBe(406);
    expect(headers['content-type']).toBe('application/json');
  });

  if (security.length > 0) {
    it('401 without a token that works, whatever else is wrong', async () => {
      const token = asked.as!.authorization;
      const junk = asked.method === 'GET' ? {} : { body: '{"', headers: { 'content-type': 'application/json' } };
      for (const authorization of [
        undefined, '', 'nonsense', `Bearer ${token}`, `token ${token}`, `Token token=${token}`, token.toUpperCase(),
        unknownId,
      ]) {
        const as = authorization === undefined ? undefined : { authorization };
        const request = { ...asked, json: undefined, ...junk, as };
        await stage.refuses(request, 401, { error: 'authentication failed' }, 'authentication failed');
      }
    });
  }

  if (answers.byStatus.has(404) && security.length > 0) {
    it('404 for what is not there, or another person\'s', async () => {
      const stranger = await stage.person();
      const owned = asked.path;
      await stage.refuses({ ...asked, as: stranger }, 404, notFound, 'Not Found');
      for (const id of [
        unknownId, 'abc', '57f9c9377c8402dd306d1c8', '57f9c9377c8402dd306d1c8b0', '57f9c9377c8402dd306d1c8g', '%00',
        "' or 1=1--",
      ]) {
        await stage.refuses({ ...asked, path: owned.replace(/[^/]+$/, id) }, 404, notFound, 'Not Found');
      }
    });
  }

  if (input.body) describe('a body', () => {
    it.each(['{"', '{"a":1}}', 'null0', '\0'])('400 that is called JSON and is %j', async (body) => {
      const request = { ...asked, json: undefined, body, headers: { 'content-type': 'application/json' } };
      await stage.refuses(request, 400, usual(400), 'The body is not valid JSON', { pointer: '/body' });
    });

    it('413 of more than 64 KiB', async () => {
      await stage.refuses(
        { ...asked, json: { padding: 'x'.repeat(65_536) } }, 413, usual(413), 'The body is larger than 65536 bytes',
      );
    });

    it.each([
      'text/plain', 'text/json', 'application/xml', 'application/json; charset=latin1',
    ])('415 of type %s', async (type) => {
      const request = {
        ...asked, json: undefined, body: JSON.stringify(asked.json), headers: { 'content-type': type },
      };
      const types = 'application/json or application/x-www-form-urlencoded or multipart/form-data';
      await stage.refuses(request, 415, usual(415), `Content-Type must be ${types}`);
    });
  });
  else if (answers.byStatus.has(400)) {
    it('400 for text that cannot be kept in a parameter', async () => {
      const name = operation === 'getLeaderboard' ? 'page' : 'time_zone';
      const request = { ...asked, path: `${asked.path}?${name}=%00` };
      await stage.refuses(
        request, 400, usual(400), `${name} holds text that cannot be kept`, { pointer: `/query/${name}` },
      );
    });
  }

  it('500 when the database fails, which is logged and not told', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const table of tables) await stage.sql(`alter table ${table} rename to hidden_${table}`);
    try {
      await stage.refuses(asked, 500, usual(500), 'Internal Server Error');
    } finally {
      for (const table of tables) await stage.sql(`alter table hidden_${table} rename to ${table}`);
    }
    expect(log.mock.calls.join()).toMatch(new RegExp(`(${tables.join('|')})`));
  });
}
