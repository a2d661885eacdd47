import { afterEach, describe, expect, it, vi } from 'vitest';
import { Accounts, Credentials } from '#accounts';
import { Database } from '#persistence';
import { entities } from '../../../apps/api/src/entities.js';
import { SoundboardPeople } from '../../../apps/api/src/soundboard/people.service.js';
import { describeOnStage } from '../../support/operation.js';
import { basic, type Person, SoundboardStage } from '../../support/soundboard.js';

const dayMs = 86_400_000;

describeOnStage('soundboard tokens', SoundboardStage, (stage) => {
  afterEach(() => void vi.useRealTimers());

  const status = async (as: Pick<Person, 'authorization'>, headers: Record<string, string> = {}, url = stage.url) =>
    (await fetch(`${url}/api/localsounds`, { headers: { authorization: as.authorization, ...headers } })).status;

  describe('of several in one request', () => {
    it('the header decides who asks', async () => {
      const [aino, eero] = [await stage.person(), await stage.person()];
      const asked = (guild: string) => stage.get(`/api/logs/${guild}`, { as: aino, headers: { cookie: eero.cookie } });
      expect([(await asked(aino.guild)).status, (await asked(eero.guild)).status]).toEqual([200, 403]);
    });

    it.each(['Bearer x', 'Basic', basic('1:2'), basic('nobody'), basic('a:b:c'), 'Token Token', ''])('the cookies count beside the header "%s"', async (authorization) => {
      const { cookie } = await stage.person();
      expect(await status({ authorization }, { cookie })).toBe(200);
    });

    it('the first cookie of a name counts, quoted or not', async () => {
      const { cookie, token, userId } = await stage.person();
      const sent = [`other=1; ${cookie}; token=x`, `token="${token}"; userid="${userId}"`, `userid=${userId};token=${token}`];
      expect(await Promise.all(sent.map((text) => status({ authorization: '' }, { cookie: text })))).toEqual([200, 200, 200]);
      expect(await status({ authorization: '' }, { cookie: `token=x; ${cookie}` })).toBe(401);
    });

    it('the word of the header is recognised in any case', async () => {
      const { authorization } = await stage.person();
      for (const word of ['basic', 'BASIC', 'bAsIc']) expect(await status({ authorization: authorization.replace('Basic', word) })).toBe(200);
    });
  });

  describe('live for seven days', () => {
    it('without use', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const [used, unused] = [await stage.person(), await stage.person()];
      vi.setSystemTime(Date.now() + 7 * dayMs - 1000);
      expect(await status(used)).toBe(200);
      vi.setSystemTime(Date.now() + 1000);
      expect(await status(unused)).toBe(401);
    });

    it('after each use, on every server, as soon as it is noted', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const aino = await stage.person();
      for (let turn = 0; turn < 3; turn += 1) {
        const server = await stage.start();
        vi.setSystemTime(Date.now() + 6 * dayMs);
        expect(await status(aino, {}, server.url)).toBe(200);
        await stage.stop(server);
      }
      const { url } = await stage.start();
      vi.setSystemTime(Date.now() + 7 * dayMs - 60_000);
      expect(await status(aino, {}, url)).toBe(200);
      vi.setSystemTime(Date.now() + 7 * dayMs + 60_000);
      expect(await status(aino, {}, url)).toBe(401);
    });
  });

  it('are kept as hashes of id and token only', async () => {
    const { token, userId } = await stage.person();
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(`${userId}:${token}`).digest('hex');
    expect(await stage.sql('select scheme from credential where hash = ?', hash)).toEqual([{ scheme: 'soundboardToken' }]);
    expect(await status({ authorization: basic(`${userId}:${hash}`) })).toBe(401);
    expect(await status({ authorization: basic(hash) })).toBe(401);
  });

  it('are a hundred at most, of which the oldest ends', async () => {
    const aino = await stage.person();
    const [access] = [...stage.discord.users].find(([, { id }]) => id === aino.userId)!;
    const later: Person[] = [];
    for (let turn = 0; turn < 100; turn += 1) {
      stage.discord.codes.set(`again-${turn}`, access);
      later.push(await stage.signIn({ ...aino, code: `again-${turn}` }));
    }
    expect([await status(aino), await status(later[0]!), await status(later.at(-1)!)]).toEqual([401, 200, 200]);
  });

  it('go with the person, whose guild keeps its log without the name', async () => {
    const aino = await stage.person();
    await stage.post(`/api/logs/${aino.guild}`, { as: aino, json: { source: 'http', sound: 'x' } });
    const database = await Database.open({ url: stage.databaseUrl, entities });
    const accounts = new Accounts(database, new Credentials(database));
    const people = new SoundboardPeople(database, accounts);
    const [{ account_id: account } = { account_id: 0 }] = await stage.sql<{ account_id: number }>('select account_id from soundboard_profile where user_id = ?', aino.userId);
    await database.write((em) => accounts.forget(em, account));
    expect(await people.find(account)).toBeUndefined();
    await database.close();
    const fresh = await stage.start();
    expect(await status(aino, {}, fresh.url)).toBe(401);
    const rows = await stage.sql('select user_id, user_tag, sound from soundboard_play where guild_id = ?', aino.guild);
    expect(rows).toEqual([{ user_id: '0', user_tag: '', sound: 'x' }]);
  });
});
