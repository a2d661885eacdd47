import type { FastifyInstance, FastifyReply } from 'fastify';
import { readDocument } from '#contract';

/** Documented answers that nobody can be given, each with the reason. */
const exempt: Readonly<Record<string, string>> = {
  '406 application/problem+json': 'Whoever names problem details takes errors, and is not refused for the media type.',
};

const worded = (status: number, mediaType: string): string => `${status} ${mediaType || 'without content'}`;

/** Every answer that an API's document promises for an operation: each status with each of its media types. */
export function promisesOf(api: string, operation: string): string[] {
  const answers = readDocument(api).operations.get(operation)!.answers.byStatus.values();
  return [...answers]
    .flatMap(({ status, mediaTypes }) => (mediaTypes.length > 0 ? mediaTypes : ['']).map((type) => worded(status, type)))
    .filter((answer) => !(answer in exempt))
    .map((answer) => `${operation} ${answer}`);
}

/** Notes every answer that an operation gives from now on, in the words of `promisesOf`. */
export function observe(server: FastifyInstance): ReadonlySet<string> {
  const seen = new Set<string>();
  server.addHook('onResponse', ({ operation }, reply, done) => {
    if (operation) seen.add(`${operation.id} ${worded(reply.statusCode, mediaTypeOf(reply))}`);
    done();
  });
  return seen;
}

const mediaTypeOf = (reply: FastifyReply): string => String(reply.getHeader('content-type') ?? '').split(';', 1)[0]!;
