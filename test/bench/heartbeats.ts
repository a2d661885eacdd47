import { join } from 'node:path';
import { inventTokens, rawRequest, register } from './accounts.ts';
import { compare, type Effort } from './comparison.ts';
import { startGuildhall, startProgram, stop, temporaryFolder } from './processes.ts';

/** A person stays in a file for ten heartbeats, then turns to one in another language and project, then back. */
function heartbeats(token: string, index: number): readonly string[] {
  const files = [
    { project_name: 'guildhall', language: 'typescript', editor_name: 'vscode', hostname: `laptop-${index}` },
    { project_name: 'dotfiles', language: 'lua', editor_name: 'vscode', hostname: `laptop-${index}` },
  ];
  return files.flatMap((file) => Array<string>(10).fill(rawRequest('POST', '/activity/update', token, file)));
}

/** Durable heartbeats against the least that they can cost. */
export async function benchHeartbeats(connections: number, effort: Effort): Promise<void> {
  const tokens = inventTokens(connections);
  const reference = await startProgram('reference.ts', { file: join(temporaryFolder(), 'reference.db'), tokens });
  const ours = await startGuildhall(temporaryFolder());
  const ourTokens = await register(ours, connections);
  await compare(
    'Heartbeats',
    [
      { name: 'node:http + better-sqlite3', server: reference, requests: tokens.map(heartbeats) },
      { name: 'Guildhall', server: ours, requests: ourTokens.map(heartbeats) },
    ],
    effort,
    0.6,
  );
  stop(reference);
  stop(ours);
}
