import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountEntities } from '#accounts';
import { Database } from '#persistence';
import { CodingFriendship } from './friendship.entity.js';
import { Heartbeats } from './heartbeats.service.js';
import { CodingProfile } from './profile.entity.js';
import { CodingSession, RunningCodingSession } from './session.entity.js';
import { SessionSweep } from './sweep.service.js';

const entities = [...accountEntities, CodingProfile, CodingSession, RunningCodingSession, CodingFriendship];
const minuteMs = 60_000;

let folder: string;
let database: Database;
let heartbeats: Heartbeats;
let sweep: SessionSweep;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-'));
  database = await Database.open({ url: `sqlite:${join(folder, 'guildhall.db')}`, entities });
  heartbeats = new Heartbeats(database);
  sweep = new SessionSweep(heartbeats, database);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('the sweep', () => {
  it('comes at the start and every minute, until the database closes', async () => {
    const storeIdle = vi.spyOn(heartbeats, 'storeIdle').mockResolvedValue();
    sweep.onApplicationBootstrap();
    expect(storeIdle).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2 * minuteMs);
    expect(storeIdle).toHaveBeenCalledTimes(3);
    await database.close();
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(storeIdle).toHaveBeenCalledTimes(3);
  });

  it('never overlaps itself, and is waited for when the database closes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const storeIdle = vi.spyOn(heartbeats, 'storeIdle').mockReturnValue(promise);
    sweep.onApplicationBootstrap();
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(storeIdle).toHaveBeenCalledTimes(1);
    let isClosed = false;
    const closing = database.close().then(() => (isClosed = true));
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(isClosed).toBe(false);
    resolve();
    await closing;
  });

  it('survives a failure', async () => {
    const told = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
    const storeIdle = vi.spyOn(heartbeats, 'storeIdle').mockResolvedValue();
    storeIdle.mockRejectedValueOnce(new Error('disk full'));
    sweep.onApplicationBootstrap();
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(told).toHaveBeenCalledTimes(1);
    expect(storeIdle).toHaveBeenCalledTimes(2);
  });
});
