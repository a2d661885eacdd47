import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conformance } from './conformance.js';
import { type Dialect, type Problem, titleOf } from './dialect.js';
import { asksForProblem } from './media.js';
import { challengeOf, type Operation } from './operation.js';
import type { Refusal } from './refusal.js';
import type { Answer, AnswerBody } from './responses.js';
import { Reply } from './typing.js';

/** Sends a handler's result: the documented members of its body, under the documented media type. */
export function respond(reply: FastifyReply, operation: Operation, result: unknown, conformance: Conformance): FastifyReply {
  const { success } = operation.answers;
  const { status, body, headers } = result instanceof Reply ? result : { status: success.status, body: result, headers: undefined };
  const answer = status === success.status ? success : operation.answers.byStatus.get(status);
  reply.code(status);
  if (headers) reply.headers(headers);
  if (!answer) return refuseUndocumented(reply, operation, status, conformance);
  const documented = documentedBody(answer, reply.getHeader('content-type'));
  if (body === undefined || !documented) {
    conformance.checkHead(operation, reply);
    return reply.send();
  }
  reply.header('content-type', documented.contentType).serializer(asItIs);
  conformance.checkHead(operation, reply);
  return reply.send(payloadOf(operation, status, documented, body, conformance));
}

/** Without a serializer of ours Fastify would add a charset to JSON, which has none (RFC 8259) and had none in the originals. */
const asItIs = (payload: unknown): string => payload as string;

/** Strict, this throws; otherwise the body of an undocumented answer stays behind, since nothing says what may leave. */
function refuseUndocumented(reply: FastifyReply, operation: Operation, status: number, conformance: Conformance): FastifyReply {
  conformance.breach(operation, status, 'undocumented status');
  return reply.send();
}

/** The body of the media type that the handler named by a header, else the first that the document names. */
function documentedBody(answer: Answer, chosen: unknown): AnswerBody | undefined {
  return answer.body(typeof chosen === 'string' ? chosen : (answer.mediaTypes[0] ?? ''));
}

function payloadOf(operation: Operation, status: number, body: AnswerBody, value: unknown, conformance: Conformance): unknown {
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Readable || value instanceof Uint8Array) return value;
    if (Symbol.asyncIterator in value) return Readable.from(jsonList(operation, status, body, value as AsyncIterable<unknown>, conformance));
  }
  conformance.checkBody(operation, status, body, value);
  if (!body.contentType.includes('json')) return String(value);
  return JSON.stringify(body.project(value));
}

const chunkLength = 64 * 1024;

/** A list written as it is read, some 64 KiB at a time, so that its length does not matter to the memory. */
async function* jsonList(
  operation: Operation, status: number, body: AnswerBody, items: AsyncIterable<unknown>, conformance: Conformance,
): AsyncGenerator<string> {
  const { projectItem } = body;
  let text = '[';
  let separator = '';
  for await (const item of items) {
    conformance.checkItem(operation, status, body, item);
    text += separator + JSON.stringify(projectItem(item));
    separator = ',';
    if (text.length < chunkLength) continue;
    yield text;
    text = '';
  }
  yield `${text}]`;
}

/** Sends a refusal in the API's dialect, or as problem details where the client asks for them. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, dialect: Dialect, conformance: Conformance): void {
  const { operation } = request;
  const { status } = refusal;
  const isProblem = asksForProblem(request.headers.accept);
  reply.code(status).headers(refusal.headers).serializer(asItIs);
  // Every 401 says how to sign in (RFC 9110, section 11.6.1), also one that a service gives.
  if (status === 401 && operation && !reply.hasHeader('www-authenticate')) reply.header('www-authenticate', challengeOf(operation));
  const body = isProblem ? problemOf(refusal, dialect) : (refusal.body ?? dialect.render({ status, detail: refusal.detail ?? dialect.detailOf(status) }));
  reply.header('content-type', isProblem ? 'application/problem+json' : dialect.contentType);
  if (operation) {
    conformance.checkHead(operation, reply);
    const documented = operation.answers.byStatus.get(status)?.body(isProblem ? 'application/problem+json' : 'application/json');
    if (documented) conformance.checkBody(operation, status, documented, body);
  }
  void reply.send(JSON.stringify(body));
}

function problemOf({ status, detail, violations }: Refusal, dialect: Dialect): Problem {
  const problem = { type: 'about:blank', title: titleOf(status), status, detail: detail ?? dialect.detailOf(status) };
  return violations.length > 0 ? { ...problem, errors: violations } : problem;
}
