import { afterEach, describe, expect, it, vi } from 'vitest';
import { administer } from '../../../apps/api/src/admin/program.js';
import type { Invite } from '../../../apps/api/src/accounts/invites.service.js';
import { readSettings } from '../../../apps/api/src/settings.js';
import { AccountsStage, uuid } from '../../support/accounts.js';
import { describeOnStage } from '../../support/operation.js';

describeOnStage('npm run admin -- invite', AccountsStage, (stage) => {
  const run = async (args: readonly string[], settings: object = { DATABASE_URL: stage.databaseUrl }) => {
    const said = { code: 0, out: '', err: '' };
    said.code = await administer(args, {
      settings: () => readSettings({ ...settings }),
      write: (text) => void (said.out += text),
      remark: (text) => void (said.err += text),
    });
    return said;
  };
  const listed = async (...options: string[]) =>
    JSON.parse((await run(['invite', 'list', '--json', ...options])).out) as Invite[];

  afterEach(() => void vi.useRealTimers());

  describe('create', () => {
    it('prints the code of one invite for thirty days, and nothing else', async () => {
      const { code, out, err } = await run(['invite', 'create']);
      expect([code, out.split('\n').length]).toEqual([0, 2]);
      expect(out.trim()).toMatch(uuid);
      expect(err).toMatch(/^The invite can be used once, until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n$/);
      const { expiresAtMs } = (await listed()).at(-1)!;
      expect(Math.round((expiresAtMs! - Date.now()) / 86_400_000)).toBe(30);
    });

    it('prints the codes of many, one a line', async () => {
      const options = ['--count', '1000', '--expires', 'never', '--note', 'for all'];
      const { out, err } = await run(['invite', 'create', ...options]);
      const codes = out.trim().split('\n');
      expect(new Set(codes).size).toBe(1000);
      for (const code of codes) expect(code).toMatch(uuid);
      expect(err).toBe('Each invite can be used once, for ever.\n');
      expect((await listed()).at(-1)).toMatchObject({ note: 'for all', expiresAtMs: null });
      const numbers = (await listed()).filter(({ note }) => note === 'for all').map(({ id }) => String(id));
      expect(await run(['invite', 'revoke', ...numbers])).toMatchObject({ code: 0, err: '' });
    });

    it('keeps no code', async () => {
      const code = await stage.invite();
      expect(JSON.stringify(await stage.sql('select * from accounts_invite'))).not.toContain(code);
    });

    it.each([
      ['--count', '0'], ['--count', '1001'], ['--count', '-1'], ['--count', '1.5'], ['--count', 'two'], ['--count'],
      ['--expires', '30'], ['--expires', '0d'], ['--expires', 'tomorrow'], ['--note', 'x'.repeat(256)],
      ['--note', '\ud800'], ['--uses', '2'], ['more'],
    ])('is wrongly asked with %s %s', async (...options) => {
      const before = await listed();
      const { code, out, err } = await run(['invite', 'create', ...options]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^error: /);
      expect(await listed()).toEqual(before);
    });
  });

  describe('list', () => {
    it('shows what can be used, and with --all what was', async () => {
      const code = await stage.invite('--note', 'for Aino\u001b[2J');
      await stage.invite('--expires', '1m', '--note', 'short');
      const { email } = await stage.person({ invite: code });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
      const open = await run(['invite', 'list']);
      expect(open).toMatchObject({ code: 0, err: '' });
      expect(open.out).not.toContain('short');
      const lines = (await run(['invite', 'list', '--all'])).out.trim().split('\n');
      expect(lines[0]).toMatch(/^number +state +made +expires +note$/);
      const time = '[-0-9]+ [:0-9]+ UTC';
      expect(lines.at(-2)).toMatch(new RegExp(`^\\d+ +used by ${email} +${time} +${time} +for Aino \\[2J$`));
      expect(lines.at(-1)).toMatch(/^\d+ +expired .* short$/);
    });

    it('says so when there are none', async () => {
      const numbers = (await listed()).map(({ id }) => String(id));
      if (numbers.length > 0) await run(['invite', 'revoke', ...numbers]);
      const err = 'There are no invites that can be used.\n';
      expect(await run(['invite', 'list'])).toEqual({ code: 0, out: '', err });
      expect(await run(['invite', 'list', '--json'])).toEqual({ code: 0, out: '[]\n', err: '' });
    });
  });

  describe('revoke', () => {
    it('takes invites back by number or by code', async () => {
      const [first, second] = [await stage.invite(), await stage.invite()];
      const number = String((await listed()).at(-2)!.id);
      const out = `Revoked ${number}.\nRevoked ${second}.\n`;
      expect(await run(['invite', 'revoke', number, second])).toEqual({ code: 0, out, err: '' });
      const { url } = await stage.start({ INVITE_REQUIRED: 'true' });
      for (const invite of [first, second]) {
        expect(await stage.register({ invite }, { url })).toMatchObject({ status: 404 });
      }
    });

    it('fails for one that was used or does not exist, and takes the others back', async () => {
      const [used, open] = [await stage.invite(), await stage.invite()];
      await stage.person({ invite: used });
      expect(await run(['invite', 'revoke', used, 'nonsense', open, '0', '999999999999'])).toEqual({
        code: 1,
        out: `Revoked ${open}.\n`,
        err: `error: Invite ${used} was used already.\nerror: There is no invite nonsense.\n`
          + 'error: There is no invite 0.\nerror: There is no invite 999999999999.\n',
      });
    });
  });

  describe('help', () => {
    it.each([
      [['--help']], [['help', 'invite']], [['invite', '--help']], [['invite', 'create', '-h']],
    ])('is there for %j', async (args) => {
      const { code, out, err } = await run(args, { PORT: 'wrong' });
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^Usage: npm run admin -- /);
    });

    it.each([[[]], [['invite']], [['invit']], [['invite', 'creat']], [['invite', 'revoke']], [['--version']]])(
      'is offered when nothing is asked for that there is: %j', async (args) => {
        const { code, out, err } = await run(args, { PORT: 'wrong' });
        expect([code, out]).toEqual([2, '']);
        expect(err).toMatch(/^(Usage: npm run admin -- |error: )/);
      },
    );
  });

  it('names every wrong setting', async () => {
    const { code, out, err } = await run(['invite', 'list'], { PORT: 'x', RATE_LIMITS: 'maybe' });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^error: The settings are wrong:\n {2}- PORT must .*\n {2}- RATE_LIMITS must .*\n$/);
  });

  it('says when the database cannot be opened', async () => {
    const DATABASE_URL = 'postgres://guildhall:secret@127.0.0.1:1/guildhall';
    const { code, err } = await run(['invite', 'list'], { DATABASE_URL });
    expect(code).toBe(1);
    expect(err).toMatch(/^error: The database cannot be opened: .*ECONNREFUSED.*\n$/);
    expect(err).not.toContain('secret');
  });
});
