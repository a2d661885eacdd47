import { randomBytes } from 'node:crypto';

const ofThisProcess = randomBytes(5).toString('hex');
// Far from the end, so that ids go on growing for as long as a process is likely to run.
let count = randomBytes(2).readUInt16BE();

/** 24 hex digits as MongoDB makes them: the second, this process, a number that counts on. Later ids are greater. */
export function newId(nowMs: number): string {
  count = (count + 1) % 0x100_0000;
  const second = Math.trunc(nowMs / 1000).toString(16).padStart(8, '0');
  return `${second}${ofThisProcess}${count.toString(16).padStart(6, '0')}`;
}
