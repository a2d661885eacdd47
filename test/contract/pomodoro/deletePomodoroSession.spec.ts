import { expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { type Person, PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

const signOut = { method: 'DELETE', path: '/api/session' };

describeOperation('deletePomodoroSession', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'deletePomodoroSession', () => signOut);

  const statusOf = async (as: Person) => (await stage.get('/api/user', { as })).status;
  const again = async (person: Person): Promise<Person> => {
    const { body } = await stage.signIn(person.access);
    const { token } = body as { token: string };
    return { ...person, token, authorization: token };
  };

  it('204 and ends all tokens of the person, and nobody else\'s', async () => {
    const [aino, eero] = [await stage.person(), await stage.person()];
    const tablet = await again(aino);
    const { status, headers, body } = await stage.raw(
      `DELETE /api/session HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: ${tablet.token}\r\n\r\n`,
    );
    expect([status, body]).toEqual([204, '']);
    expect(headers).not.toHaveProperty('content-type');
    expect(await Promise.all([aino, tablet, eero].map(statusOf))).toEqual([401, 401, 200]);
    await stage.refuses({ ...signOut, as: tablet }, 401, { error: 'authentication failed' }, 'authentication failed');
    expect(await statusOf(await again(aino))).toBe(200);
  });

  it('204 whatever body comes', async () => {
    for (const body of ['{"', '{}', 'token=x', 'x'.repeat(100_000)]) {
      const as = await stage.person();
      expect((await stage.done({ ...signOut, as, body, headers: { 'content-type': 'application/json' } }))).toBe('');
      expect(await statusOf(as)).toBe(401);
    }
  });
});
