import { describe, expect, it } from 'vitest';
import { beat, continues, expire, flush, heartbeatOf, type RunningSession } from './sessions.js';

const startMs = Date.UTC(2026, 0, 1);
const heartbeat = heartbeatOf({ project_name: 'guildhall', language: 'rust', editor_name: 'Neovim', hostname: 'hut' });
const elsewhere = heartbeatOf({ project_name: 'attic', language: 'lua', editor_name: 'Zed', hostname: 'laptop' });

/** A session that began at `startMs` and had its last heartbeat a minute later. */
const running: RunningSession = { ...heartbeat, startedAtMs: startMs, lastHeartbeatAtMs: startMs + 60_000 };
const sinceLast = (pauseMs: number): number => running.lastHeartbeatAtMs + pauseMs;
const begun = (atMs: number, fields = heartbeat): RunningSession => ({
  ...fields, startedAtMs: atMs, lastHeartbeatAtMs: atMs,
});
const endedAfter = (durationSeconds: number) => ({ ...heartbeat, startedAtMs: startMs, durationSeconds });

describe('heartbeatOf', () => {
  it('takes what is left out or null for null, and an empty text for itself', () => {
    expect(heartbeatOf({})).toEqual({ projectName: null, language: null, editorName: null, hostname: null });
    expect(heartbeatOf({ project_name: null, language: '' })).toMatchObject({ projectName: null, language: '' });
  });

  it.each([
    ['tmp.', 'tmp'],
    ['tmp.Xy12', 'tmp'],
    ['tmp', 'tmp'],
    ['tmpfiles', 'tmpfiles'],
    ['TMP.x', 'TMP.x'],
    ['my.tmp.x', 'my.tmp.x'],
    ['__proto__', '__proto__'],
  ])('calls the project %s %s', (given, kept) => {
    expect(heartbeatOf({ project_name: given }).projectName).toBe(kept);
  });
});

describe('beat', () => {
  it('begins a session where none is running', () => {
    expect(beat(undefined, heartbeat, startMs)).toEqual({ running: begun(startMs), answer: '0' });
  });

  it.each([1, 29_999, 30_000, 895_100, 900_000])('extends the session by a pause of %i ms, all of it', (pauseMs) => {
    expect(beat(running, heartbeat, sinceLast(pauseMs))).toEqual({
      running: { ...running, lastHeartbeatAtMs: sinceLast(pauseMs) },
      answer: `PT${(60_000 + pauseMs) / 1000}S`,
    });
  });

  it('stores the session as it stood after a pause of more than 900 s', () => {
    expect(beat(running, heartbeat, sinceLast(900_001))).toEqual({
      running: begun(sinceLast(900_001)),
      ended: endedAfter(60),
      answer: '0',
    });
  });

  it.each([
    [0, 60],
    [999, 60],
    [29_999, 89],
    [30_000, 60],
    [900_001, 60],
  ])('stores the session when something else comes %i ms later, of %i s', (pauseMs, durationSeconds) => {
    expect(beat(running, elsewhere, sinceLast(pauseMs))).toEqual({
      running: begun(sinceLast(pauseMs), elsewhere),
      ended: endedAfter(durationSeconds),
      answer: '0',
    });
  });

  it.each(['projectName', 'language', 'editorName', 'hostname'] as const)('takes another %s for a change', (field) => {
    for (const value of [null, '', 'GUILDHALL', '__proto__']) {
      expect(beat(running, { ...heartbeat, [field]: value }, sinceLast(1)).ended).toBeDefined();
    }
  });

  it('tells null from an empty text', () => {
    const unnamed = begun(startMs, { ...heartbeat, projectName: null });
    expect(beat(unnamed, { ...heartbeat, projectName: '' }, startMs + 1).ended).toBeDefined();
    expect(beat(unnamed, { ...heartbeat, projectName: null }, startMs + 1).ended).toBeUndefined();
  });

  it('stores a session at every turn of two editors that take turns', () => {
    let state: RunningSession | undefined;
    const stored = [0, 5, 10, 15].flatMap((seconds, turn) => {
      const outcome = beat(state, turn % 2 === 0 ? heartbeat : elsewhere, startMs + seconds * 1000);
      state = outcome.running;
      return outcome.ended ? [[outcome.ended.projectName, outcome.ended.durationSeconds]] : [];
    });
    expect(stored).toEqual([['guildhall', 5], ['attic', 5], ['guildhall', 5]]);
    expect(state).toEqual(begun(startMs + 15_000, elsewhere));
  });

  it('leaves the session as it is when the clock was set back', () => {
    expect(beat(running, heartbeat, sinceLast(-3_600_000))).toEqual({ running, answer: 'PT60S' });
  });

  it('ends the session at its last heartbeat when the clock was set back and something else comes', () => {
    expect(beat(running, elsewhere, sinceLast(-3_600_000))).toEqual({
      running: begun(sinceLast(-3_600_000), elsewhere),
      ended: endedAfter(60),
      answer: '0',
    });
  });
});

describe('flush', () => {
  it('stores the session without a tail', () => {
    expect(flush(running)).toEqual({ running: undefined, ended: endedAfter(60), answer: '' });
  });

  it('does nothing where none is running', () => {
    expect(flush(undefined)).toEqual({ running: undefined, answer: '' });
  });
});

describe('expire', () => {
  it('stores a session that can no longer be extended', () => {
    expect(expire(running, sinceLast(900_001))).toEqual({ running: undefined, ended: endedAfter(60), answer: '' });
  });

  it.each([900_000, 0, -1])('leaves a session alone whose last heartbeat was %i ms ago', (pauseMs) => {
    expect(expire(running, sinceLast(pauseMs))).toEqual({ running, answer: '' });
  });

  it('does nothing where none is running', () => {
    expect(expire(undefined, startMs)).toEqual({ running: undefined, answer: '' });
  });
});

describe('continues', () => {
  it('tells an extended session from another one', () => {
    expect(continues(running, { ...running, lastHeartbeatAtMs: sinceLast(1) })).toBe(true);
    expect(continues(running, begun(sinceLast(1)))).toBe(false);
    expect(continues(running, { ...running, ...elsewhere })).toBe(false);
  });
});
