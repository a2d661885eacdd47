import { expect, it } from 'vitest';
import { AccountsStage } from '../../support/accounts.js';
import { describeOnStage } from '../../support/operation.js';

/** How often a draw from one sample exceeds one from the other: half the time, if they are alike (Mann-Whitney). */
function dominance(one: readonly number[], other: readonly number[]): number {
  const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

describeOnStage('the time that a refused login takes', AccountsStage, (stage) => {
  const timed = async (email: string): Promise<number> => {
    const start = performance.now();
    expect(await stage.signIn(email, { password: 'wrong password' })).toMatchObject({ status: 401 });
    return performance.now() - start;
  };

  it('does not tell whether somebody has the e-mail address', async () => {
    const { email } = await stage.person();
    const known: number[] = [];
    const unknown: number[] = [];
    await timed(email);
    await timed('nobody@example.org');
    // In turns, and each first as often, so that what else the machine does falls on both alike.
    for (let round = 0; round < 60; round += 1) {
      const both: [number[], string][] = [[known, email], [unknown, stage.freshEmail()]];
      for (const [times, tried] of round % 2 === 0 ? both : both.reverse()) times.push(await timed(tried));
    }
    const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
    expect(middle(unknown) / middle(known)).toBeGreaterThan(0.67);
    expect(middle(unknown) / middle(known)).toBeLessThan(1.5);
    // Without a hash to verify, an unknown address would be answered first every time.
    expect(dominance(known, unknown)).toBeGreaterThan(0.15);
    expect(dominance(known, unknown)).toBeLessThan(0.85);
  });
});
