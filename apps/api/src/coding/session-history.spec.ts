import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Act, beat, type EndedSession, expire, flush, type Heartbeat, longestPauseMs, type RunningSession,
} from './sessions.js';

const startMs = Date.UTC(2026, 0, 1);
const texts = fc.constantFrom(null, '', 'a', '__proto__');
const heartbeats = fc.record<Heartbeat>({
  projectName: texts,
  language: texts,
  editorName: fc.constant(null),
  hostname: fc.constant(''),
});
/** Pauses crowd around the two limits of the rules, and run backwards when a clock is set back. */
const pauses = (leastMs: number) =>
  fc.oneof(
    fc.constantFrom(0, 1, 29_999, 30_000, longestPauseMs, longestPauseMs + 1),
    fc.integer({ min: leastMs, max: 2 * longestPauseMs }),
  );

interface Event {
  readonly kind: 'beat' | 'flush' | 'expire';
  readonly heartbeat: Heartbeat;
  readonly pauseMs: number;
}
const histories = (leastPauseMs = 0) =>
  fc.array(
    fc.record<Event>({
      kind: fc.constantFrom('beat', 'beat', 'beat', 'flush', 'expire'),
      heartbeat: heartbeats,
      pauseMs: pauses(leastPauseMs),
    }),
    { maxLength: 40 },
  );

const acts: Record<Event['kind'], (heartbeat: Heartbeat) => Act> = {
  beat: (heartbeat) => (running, nowMs) => beat(running, heartbeat, nowMs),
  flush: () => flush,
  expire: () => expire,
};

/** What a history leaves: each moment's outcome, and all that was stored. */
function live(history: readonly Event[]) {
  let nowMs = startMs;
  let running: RunningSession | undefined;
  const stored: EndedSession[] = [];
  const answers: string[] = [];
  for (const { kind, heartbeat, pauseMs } of history) {
    nowMs += pauseMs;
    const outcome = acts[kind](heartbeat)(running, nowMs);
    running = outcome.running;
    answers.push(outcome.answer);
    if (outcome.ended) stored.push(outcome.ended);
  }
  return { running, stored, answers, nowMs };
}

describe('a history of heartbeats', () => {
  it('accounts for every session once: as many are stored as began, but the one that is running', () => {
    fc.assert(
      fc.property(histories(-longestPauseMs), (history) => {
        const { running, stored, answers } = live(history);
        expect(stored.length).toBe(answers.filter((answer) => answer === '0').length - (running ? 1 : 0));
      }),
    );
  });

  it('stores durations that are whole, never negative and never longer than the time that passed', () => {
    fc.assert(
      fc.property(histories(-longestPauseMs), (history) => {
        const longestMs = history.reduce((sum, { pauseMs }) => sum + Math.abs(pauseMs), 0);
        for (const { durationSeconds } of live(history).stored) {
          expect(Number.isInteger(durationSeconds)).toBe(true);
          expect(durationSeconds).toBeGreaterThanOrEqual(0);
          expect(durationSeconds * 1000).toBeLessThanOrEqual(longestMs);
        }
      }),
    );
  });

  it('stores sessions that never overlap while the clock runs forward', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const { stored, running, nowMs } = live(history);
        const starts = [...stored.map(({ startedAtMs }) => startedAtMs), running?.startedAtMs ?? nowMs];
        stored.forEach(({ startedAtMs, durationSeconds }, index) => {
          expect(startedAtMs + durationSeconds * 1000).toBeLessThanOrEqual(starts[index + 1]!);
        });
      }),
    );
  });

  it('answers with the length that a flush at that moment stores', () => {
    fc.assert(
      fc.property(histories(), heartbeats, pauses(0), (history, heartbeat, pauseMs) => {
        const { running, nowMs } = live(history);
        const { running: now, answer } = beat(running, heartbeat, nowMs + pauseMs);
        const lengthMs = answer === '0' ? 0 : Number(/^PT(.+)S$/.exec(answer)?.[1]) * 1000;
        expect(flush(now).ended?.durationSeconds).toBe(Math.trunc(Math.round(lengthMs) / 1000));
      }),
    );
  });

  it('stores the same, sooner or later, wherever sweeps come between', () => {
    fc.assert(
      fc.property(histories(), fc.double({ min: 0, max: 1, noNaN: true }), (history, share) => {
        const plain = history.filter(({ kind }) => kind !== 'expire');
        const swept = plain.flatMap((event) => {
          const untilSweepMs = Math.round(event.pauseMs * share);
          return [
            { ...event, kind: 'expire' as const, pauseMs: untilSweepMs },
            { ...event, pauseMs: event.pauseMs - untilSweepMs },
          ];
        });
        const [one, other] = [live(plain), live(swept)].map(({ stored, running }) => [...stored, flush(running).ended]);
        expect(other!.filter(Boolean)).toEqual(one!.filter(Boolean));
      }),
    );
  });
});
