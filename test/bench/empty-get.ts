import { join } from 'node:path';
import { inventTokens, rawRequest, register } from './accounts.ts';
import { compare, type Effort } from './comparison.ts';
import { startGuildhall, startProgram, stop, temporaryFolder } from './processes.ts';

const friendList = (token: string): readonly string[] => [rawRequest('GET', '/friends/list', token)];

/** The friends of someone who has none: the least work of an authenticated operation that reads the database. */
export async function benchEmptyGet(connections: number, effort: Effort): Promise<void> {
  const tokens = inventTokens(connections);
  const bare = await startProgram('bare-fastify.ts', { file: join(temporaryFolder(), 'bare.db'), tokens });
  const ours = await startGuildhall(temporaryFolder());
  const ourTokens = await register(ours, connections);
  await compare(
    'Empty authenticated GET',
    [
      { name: 'bare Fastify', server: bare, requests: tokens.map(friendList) },
      { name: 'Guildhall', server: ours, requests: ourTokens.map(friendList) },
    ],
    effort,
    0.7,
  );
  stop(bare);
  stop(ours);
}
