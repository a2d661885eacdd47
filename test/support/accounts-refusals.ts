import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readDocument } from '#contract';
import type { AccountsStage, Person, Refused } from './accounts.js';
import { badRequest, sessionNotFound, unauthorized } from './accounts.js';
import { type Request, send } from './http.js';

const notAcceptable: Refused = { status: 406, code: 'NotAcceptable', message: 'Not Acceptable' };
const fault: Refused = { status: 500, code: 'InternalServerError', message: 'An error occurred' };

/** Nothing that touches the database gets by without both. */
const tables = ['accounts_profile', 'credential'];

/**
 * The refusals that do not depend on what an operation does: of callers, media types and sizes. `request` is one that
 * the operation would take from somebody who is signed in.
 */
export function refusesAsEveryOperation(stage: AccountsStage, operation: string, request: Request): void {
  const { security, input } = readDocument('accounts').operations.get(operation)!;
  let person: Person;
  let asked: Request;

  beforeAll(async () => {
    person = await stage.person();
    asked = security.length > 0 ? { ...request, as: person } : request;
  });
  afterEach(() => void vi.restoreAllMocks());

  if (security.length > 0) refusesStrangers(stage, request, () => person);
  if (input.body) refusesBodies(stage, () => asked);

  it('406 for a client that takes none of the media types', async () => {
    const { code, message } = notAcceptable;
    const headers = { accept: 'text/html, application/json;q=0' };
    const { status, body } = await send(stage.url, { ...asked, headers });
    expect([status, body]).toEqual([406, { code, message }]);
  });
}

/** Whoever is no caller is told so whatever else is wrong. */
function refusesStrangers(stage: AccountsStage, { method, path }: Request, person: () => Person): void {
  const junk = method === 'GET' ? {} : { body: '{"', headers: { 'content-type': 'application/json' } };

  it.each([undefined, 'Bearer ü', 'ü', '\u0080'])('401 for the Authorization %j', async (authorization) => {
    const as = authorization === undefined ? undefined : { authorization };
    await stage.refuses({ method, path, ...junk, as }, unauthorized);
  });

  it.each([
    ['', () => ''],
    ['Bearer', () => 'Bearer'],
    ['an unknown id', () => `Bearer ${randomUUID()}`],
    ['bearer in lower case', ({ session }: Person) => `bearer ${session.id}`],
    ['BEARER in upper case', ({ session }: Person) => `BEARER ${session.id}`],
    ['two spaces', ({ session }: Person) => `Bearer  ${session.id}`],
    ['a tab', ({ session }: Person) => `Bearer\t${session.id}`],
    ['another scheme', ({ session }: Person) => `Basic ${session.id}`],
    ['the id in upper case', ({ session }: Person) => `Bearer ${session.id.toUpperCase()}`],
    ['more after the id', ({ session }: Person) => `Bearer ${session.id},`],
    ['the id of the account', ({ session }: Person) => `Bearer ${session.user_id}`],
  ])('404 for an Authorization with %s', async (_, authorizationOf) => {
    await stage.refuses({ method, path, ...junk, as: { authorization: authorizationOf(person()) } }, sessionNotFound);
  });

  it('404 for a token of another API', async () => {
    const json = { username: `Person_${randomUUID().slice(0, 8)}`, password: 'correct horse battery' };
    const { body } = await stage.post('/users/register', { json });
    expect(body).toEqual(expect.any(String));
    await stage.refuses({ method, path, as: { authorization: `Bearer ${String(body)}` } }, sessionNotFound);
  });
}

function refusesBodies(stage: AccountsStage, asked: () => Request): void {
  it('400 for a body that is not JSON', async () => {
    const { json: _, ...bare } = asked();
    const request = { ...bare, body: '{"name":', headers: { 'content-type': 'application/json' } };
    await stage.refuses(request, badRequest('The body is not valid JSON', '/body'));
  });

  it('413 for a body of more than 64 KiB', async () => {
    const request = { ...asked(), json: { padding: 'x'.repeat(64 * 1024) } };
    await stage.refuses(request, {
      status: 413, code: 'PayloadTooLarge', message: 'Payload Too Large', detail: 'The body is larger than 65536 bytes',
    });
  });

  it('415 for a body that is not called JSON', async () => {
    const { json, ...bare } = asked();
    await stage.refuses({ ...bare, body: JSON.stringify(json) }, {
      status: 415, code: 'UnsupportedMediaType', message: 'Unsupported Media Type',
      detail: 'Content-Type must be application/json',
    });
  });
}

/** 500 when the database fails, which is logged and not told. */
export function failsWithTheDatabase(stage: AccountsStage, asked: () => Promise<Request>): void {
  it('500 when the database fails, which is logged and not told', async () => {
    const request = await asked();
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const table of tables) await stage.sql(`alter table ${table} rename to hidden_${table}`);
    try {
      await stage.refuses(request, fault);
    } finally {
      for (const table of tables) await stage.sql(`alter table hidden_${table} rename to ${table}`);
    }
    expect(log.mock.calls.join()).toMatch(new RegExp(`(${tables.join('|')})`));
  });
}

/** 500 when the answer cannot be written: of operations that touch nothing which could fail. */
export function failsInWriting(stage: AccountsStage, request: Request): void {
  it('500 when the answer cannot be written, which is logged and not told', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { stringify } = JSON;
    vi.spyOn(JSON, 'stringify').mockImplementation((...args: Parameters<typeof stringify>) => {
      const text = stringify(...args);
      if (/^{"(invite_required|name)":/.test(text)) throw new Error('no ink');
      return text;
    });
    await stage.refuses(request, fault);
    expect(log.mock.calls.join()).toContain('no ink');
  });
}
