import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError, coding } from '../../sdk/src/coding.js';
import { type ServerProcess, startServer } from '../support/server.js';

const password = 'correct horse battery';
const work = { project_name: 'guildhall', language: 'typescript', editor_name: 'Neovim', hostname: 'workbench' };

let dataDir: string;
let server: ServerProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guildhall-e2e-'));
  server = await startServer(dataDir);
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(dataDir, { recursive: true });
});

const restart = async (env?: Record<string, string>) => {
  await server.end('SIGTERM');
  server = await startServer(dataDir, env);
};
const anyone = () => coding({ baseUrl: server.url });
const as = (token: string) => coding({ baseUrl: server.url, token });
const register = (username: string) => anyone().registerCodingUser({ body: { username, password } });
const sessionsOf = (username: string) => ({ path: { username } });
const refusal = (status: number, error: string) =>
  expect.objectContaining({ name: 'ApiError', status, body: { error } }) as ApiError;
const unauthorized = refusal(401, 'You are not authorized');

describe('somebody who codes', () => {
  it('registers, works, closes the editor and looks back', async () => {
    const aino = as(await register('aino'));
    expect(await aino.getCodingUser()).toMatchObject({ user_name: 'aino', username: 'aino' });
    expect(await aino.recordHeartbeat({ body: work })).toBe('0');
    expect(await aino.recordHeartbeat({ body: work })).toMatch(/^PT\d+(\.\d+)?S$/);
    expect(await aino.recordHeartbeat({ body: { ...work, language: 'yaml' } })).toBe('0');
    expect(await aino.flushSession()).toBeUndefined();
    const sessions = await aino.listCodingSessions(sessionsOf('@me'));
    expect(sessions).toMatchObject([work, { ...work, language: 'yaml' }]);
    const query = { language: 'yaml', from: sessions[0]!.start_time };
    expect(await aino.listCodingSessions({ ...sessionsOf('aino'), query })).toEqual([sessions[1]]);
  });

  it('is told what is wrong', async () => {
    const error: unknown = await register('Aino').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toEqual(refusal(409, 'User exists'));
    await expect(as('4kPz9sVbT1yQm7WdR3uXf0HnJc6LgEa2').getCodingUser()).rejects.toEqual(unauthorized);
  });

  it('goes on working while the server is replaced', async () => {
    const first = await register('oiva');
    await as(first).recordHeartbeat({ body: work });
    const second = await anyone().signInCodingUser({ body: { username: 'oiva', password } });
    await restart();
    expect(await as(second).recordHeartbeat({ body: work })).toMatch(/^PT/);
    await as(first).flushSession();
    expect(await as(second).listCodingSessions(sessionsOf('@me'))).toHaveLength(1);
  });
});

describe('two people', () => {
  it('see each other\'s sessions once one has given a code to the other', async () => {
    const [eero, helmi, tyyne] = [as(await register('eero')), as(await register('helmi')), as(await register('tyyne'))];
    await eero.recordHeartbeat({ body: work });
    await eero.flushSession();
    await expect(helmi.listCodingSessions(sessionsOf('eero'))).rejects.toEqual(unauthorized);

    const { friend_code: code } = await eero.getCodingUser();
    expect(await helmi.addCodingFriend({ body: `ttfc_${code}` })).toBeUndefined();
    expect(await helmi.listCodingFriends()).toEqual(['eero']);
    expect(await eero.listCodingFriends()).toEqual(['helmi']);
    expect(await helmi.listCodingSessions(sessionsOf('eero'))).toMatchObject([work]);
    expect(await eero.listCodingSessions(sessionsOf('HELMI'))).toEqual([]);

    const replacement = await eero.regenerateFriendCode();
    expect(replacement).toMatch(/^ttfc_/);
    await expect(tyyne.addCodingFriend({ body: code })).rejects.toEqual(refusal(404, 'User not found'));
    await expect(helmi.addCodingFriend({ body: replacement })).rejects.toEqual(refusal(409, 'Already friends'));
  });
});

describe('somebody whose secrets are known to others', () => {
  it('changes the password and ends all tokens', async () => {
    const former = { username: 'lempi', password };
    const current = { username: 'Lempi', password: 'a longer phrase than before' };
    const first = await register('lempi');
    const second = await anyone().signInCodingUser({ body: former });
    await as(second).changeCodingPassword({ body: { old: former.password, new: current.password } });
    const wrong = refusal(401, 'Invalid username or password');
    await expect(anyone().signInCodingUser({ body: former })).rejects.toEqual(wrong);
    expect(await as(first).getCodingUser()).toMatchObject({ user_name: 'lempi' });

    const third = await as(second).regenerateCodingToken();
    for (const token of [first, second]) await expect(as(token).getCodingUser()).rejects.toEqual(unauthorized);
    const fourth = await anyone().signInCodingUser({ body: current });
    expect(await as(fourth).getCodingUser()).toEqual(await as(third).getCodingUser());
  });
});

describe('an editor that is too eager', () => {
  it('is told when to try again', async () => {
    const token = await register('onni');
    await restart({ RATE_LIMITS: 'on' });
    const beats = Array.from({ length: 11 }, () => as(token).recordHeartbeat({ body: work }));
    const results = await Promise.allSettled(beats);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as ApiError] : []));
    expect(refused).toEqual([refusal(429, 'Too Many Requests')]);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
