import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseSwapped, CodingStage, head, ok, type Person } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

const pointer = '/body';

describeOperation('addCodingFriend', CodingStage, (stage) => {
  const add = { method: 'POST', path: '/friends/add' };
  let aino: Person;
  let eero: Person;
  let code: string;
  const friendsOf = async (as: Person) => (await stage.get('/friends/list', { as })).body;
  refusesAsEveryOperation(stage, 'addCodingFriend', { ...add, body: 'b8Qv2LmZk0TtYw4RfJ6sNx1C' });

  beforeAll(async () => {
    [aino, eero] = [await stage.person(), await stage.person()];
    code = await stage.friendCode(eero);
  });
  beforeEach(() => stage.sql('delete from coding_friendship').then(() => undefined));

  describe('200', () => {
    it('makes two people friends, each of the other', async () => {
      expect(await stage.post(add.path, { as: aino, body: `ttfc_${code}` })).toEqual(ok());
      expect([await friendsOf(aino), await friendsOf(eero)]).toEqual([[eero.username], [aino.username]]);
      for (const [one, other] of [[aino, eero], [eero, aino]] as const) {
        expect((await stage.get(`/users/${one.username}/activity/data`, { as: other })).status).toBe(200);
      }
    });

    it.each([
      ['bare', (own: string) => own],
      ['with a prefix', (own: string) => `ttfc_${own}`],
      ['with the prefix twice', (own: string) => `ttfc_ttfc_${own}`],
      ['with white space around it', (own: string) => ` \t\r\n${own}\n`],
      ['with white space around the prefix', (own: string) => `\n ttfc_${own} `],
    ])('takes a code %s', async (_, written) => {
      expect(await stage.post(add.path, { as: aino, body: written(code) })).toEqual(ok());
    });

    it.each([
      'application/json', 'text/plain', 'text/plain; charset=utf-8', 'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x', 'application/octet-stream', 'application/problem+json', 'nonsense', 'a b/c',
    ])('takes a code called %s', async (type) => {
      expect(await stage.post(add.path, { as: aino, body: code, headers: { 'content-type': type } })).toEqual(ok());
    });

    it('takes a code called nothing, of a length that is not told', async () => {
      const pieces = `transfer-encoding: chunked\r\n\r\n18\r\n${code}\r\n0\r\n\r\n`;
      expect(await stage.raw(head(add.path, aino), pieces)).toEqual(ok());
    });

    it('makes two people friends once, however many ask at a time, and whichever of the two', async () => {
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const own = await stage.friendCode(aino);
      const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => {
        const request = index % 4 < 2 ? { as: aino, body: code } : { as: eero, body: own };
        return send(urls[index % urls.length]!, { ...add, ...request });
      }));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
      expect([await friendsOf(aino), await friendsOf(eero)]).toEqual([[eero.username], [aino.username]]);
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['bytes that are no text', Buffer.from([0xff, 0xfe]), 'The body is not valid UTF-8'],
    ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), 'The body is not valid UTF-8'],
    ['a NUL', Buffer.from('b8Qv\0'), 'body holds text that cannot be kept: a NUL or half a surrogate pair'],
  ])('400 for %s', async (_, body, error) => {
    await stage.refuses({ ...add, as: aino, body }, 400, error, { pointer });
  });

  it('403 for one\'s own code', async () => {
    const own = await stage.friendCode(aino);
    for (const body of [own, `ttfc_${own}`]) {
      await stage.refuses({ ...add, as: aino, body }, 403, 'You cannot add yourself');
    }
    expect(await friendsOf(aino)).toEqual([]);
  });

  it('404 for a code that nobody has', async () => {
    const unknown = ['b8Qv2LmZk0TtYw4RfJ6sNx1C', caseSwapped(code), code.slice(1), `TTFC_${code}`, `"${code}"`];
    for (const body of [...unknown, 'ttfc_', '  ', "' or ''='"]) {
      await stage.refuses({ ...add, as: aino, body }, 404, 'User not found');
    }
  });

  it('404 for no code at all', async () => {
    await stage.refuses({ ...add, as: aino }, 404, 'User not found');
    expect((await stage.raw(head(add.path, aino), '\r\n')).body).toEqual({ error: 'User not found' });
  });

  it('409 for friends, whoever added whom', async () => {
    await stage.befriend(aino, eero);
    await stage.refuses({ ...add, as: aino, body: code }, 409, 'Already friends');
    await stage.refuses({ ...add, as: eero, body: await stage.friendCode(aino) }, 409, 'Already friends');
  });

  it('413 for more than 256 KiB', async () => {
    await stage.refuses({ ...add, as: aino, body: 'x'.repeat(262_144) }, 404, 'User not found');
    await stage.refuses({ ...add, as: aino, body: 'x'.repeat(262_145) }, 413, 'The body is larger than 262144 bytes');
  });

  it('415 for a code that is compressed', async () => {
    const headers = { 'content-encoding': 'gzip' };
    await stage.refuses({ ...add, as: aino, body: code, headers }, 415, 'Content-Encoding gzip is not supported');
  });

  it('415 for a code in another charset', async () => {
    const headers = { 'content-type': 'text/plain; charset=utf-16' };
    const answer = await stage.post(add.path, { as: aino, body: code, headers });
    expect(answer).toMatchObject({ status: 415, headers: { 'content-type': 'application/json' } });
  });
});
