import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { authenticator, openStore, type Setup } from './reference-store.ts';

/*
 * What an authenticated GET costs on bare Fastify. "The same" means what the client sees and what the answer is made
 * of: the same look-up of the token, the same query on the same tables, the same bytes. Not done here is what the
 * document asks of ours: routing that knows 405 and 406, the choice of an error's shape, checked parameters, a checked
 * and projected answer.
 */

process.once('message', async (setup: Setup) => {
  const db = openStore(setup);
  const authenticate = authenticator(db);
  const friends = db
    .prepare<[{ account: number }], string>(
      `select p.username
      from (
        select higher_id as friend_id, created_at_ms from coding_friendship where lower_id = @account
        union all
        select lower_id, created_at_ms from coding_friendship where higher_id = @account
      ) f join coding_profile p on p.account_id = f.friend_id
      order by f.created_at_ms, f.friend_id`,
    )
    .pluck();

  const server = fastify();
  server.decorateRequest('account', 0);
  server.addHook('onRequest', async (request, reply) => {
    const account = authenticate(request.headers.authorization);
    if (account === undefined) return reply.code(401).send({ error: 'You are not authorized' });
    request.setDecorator('account', account);
  });
  server.get(
    '/friends/list',
    { schema: { response: { 200: { type: 'array', items: { type: 'string' } } } } },
    async (request, reply) => {
      // With limits lifted the server still tells of them.
      reply.header('ratelimit-limit', 10).header('ratelimit-remaining', 10).header('ratelimit-reset', 0);
      return friends.all({ account: request.getDecorator<number>('account') });
    },
  );
  await server.listen({ port: 0, host: '127.0.0.1' });
  process.send?.({ port: (server.server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit());
