import { isoDuration, wholeSeconds } from './durations.js';

/** What an editor says it is working on. Null is what was not said; it differs from the empty string. */
export interface Heartbeat {
  readonly projectName: string | null;
  readonly language: string | null;
  readonly editorName: string | null;
  readonly hostname: string | null;
}

/** The session that a person's next heartbeat may extend. */
export interface RunningSession extends Heartbeat {
  readonly startedAtMs: number;
  readonly lastHeartbeatAtMs: number;
}

/** A session as it is kept for good. */
export interface EndedSession extends Heartbeat {
  readonly startedAtMs: number;
  readonly durationSeconds: number;
}

/** What an act leaves running, the session that it ended, and what it tells the client. */
export interface Outcome {
  readonly running: RunningSession | undefined;
  readonly ended?: EndedSession;
  readonly answer: string;
}

/** An act upon a person's running session: a heartbeat, a flush, the passing of time. */
export type Act = (running: RunningSession | undefined, nowMs: number) => Outcome;

/** A pause longer than this ends a session. */
export const longestPauseMs = 900_000;
/** Until this long after its last heartbeat a session counts as going on at the moment another one takes over. */
const tailMs = 30_000;

/** A heartbeat from its documented members. Scratch projects (`tmp.…`) are all one project. */
export function heartbeatOf(fields: {
  readonly project_name?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly editor_name?: string | null | undefined;
  readonly hostname?: string | null | undefined;
}): Heartbeat {
  const { project_name: project = null, language = null, editor_name: editorName = null, hostname = null } = fields;
  return { projectName: project?.startsWith('tmp.') ? 'tmp' : project, language, editorName, hostname };
}

/** Extends the running session when the heartbeat continues it; otherwise ends it and starts another. */
export function beat(running: RunningSession | undefined, heartbeat: Heartbeat, nowMs: number): Outcome {
  if (!running) return { running: started(heartbeat, nowMs), answer: '0' };
  const pauseMs = nowMs - running.lastHeartbeatAtMs;
  if (isSame(running, heartbeat)) {
    if (pauseMs > longestPauseMs) return { running: started(heartbeat, nowMs), ended: ended(running), answer: '0' };
    // A clock that was set back neither shortens the session nor moves its last heartbeat.
    const extended = pauseMs > 0 ? { ...running, lastHeartbeatAtMs: nowMs } : running;
    return { running: extended, answer: isoDuration(extended.lastHeartbeatAtMs - extended.startedAtMs) };
  }
  const endMs = pauseMs > 0 && pauseMs < tailMs ? nowMs : running.lastHeartbeatAtMs;
  return { running: started(heartbeat, nowMs), ended: ended(running, endMs), answer: '0' };
}

/** Ends the running session at its last heartbeat. */
export function flush(running: RunningSession | undefined): Outcome {
  return running ? { running: undefined, ended: ended(running), answer: '' } : { running, answer: '' };
}

/** Ends the running session once no heartbeat can extend it any more. */
export function expire(running: RunningSession | undefined, nowMs: number): Outcome {
  const isIdle = running !== undefined && nowMs - running.lastHeartbeatAtMs > longestPauseMs;
  return isIdle ? flush(running) : { running, answer: '' };
}

function started(heartbeat: Heartbeat, nowMs: number): RunningSession {
  return { ...heartbeat, startedAtMs: nowMs, lastHeartbeatAtMs: nowMs };
}

function ended(running: RunningSession, endMs = running.lastHeartbeatAtMs): EndedSession {
  const { lastHeartbeatAtMs: _, ...session } = running;
  return { ...session, durationSeconds: wholeSeconds(endMs - running.startedAtMs) };
}

/** Whether a later state is the same session, only longer. */
export function continues(former: RunningSession, later: RunningSession): boolean {
  return former.startedAtMs === later.startedAtMs && isSame(former, later);
}

function isSame(one: Heartbeat, other: Heartbeat): boolean {
  return (
    one.projectName === other.projectName &&
    one.language === other.language &&
    one.editorName === other.editorName &&
    one.hostname === other.hostname
  );
}
