import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conformance } from './conformance.js';
import { type Dialect, type Problem, titleOf } from './dialect.js';
import { asksForProblem, mediaTypeOf } from './media.js';
import { challengeOf, type Operation } from './operation.js';
import type { Refusal } from './refusal.js';
import type { AnswerBody } from './responses.js';
import { Reply } from './typing.js';

const log = new Logger('Request');

/** Sends a handler's result: the documented members of its body, under the documented media type. */
export function respond(reply: FastifyReply, operation: Operation, result: unknown, conformance: Conformance): FastifyReply {
  const given = result instanceof Reply ? result : new Reply(operation.answers.success.status, result);
  try {
    return send(reply.code(given.status).headers(given.headers), operation, given, conformance);
  } catch (cause) {
    // What was meant for another answer must neither leave with the one that says so, nor stay open.
    for (const name of Object.keys(given.headers)) reply.removeHeader(name);
    if (given.body instanceof Readable) given.body.destroy();
    throw cause;
  }
}

function send(reply: FastifyReply, operation: Operation, { status, body, headers }: Reply, conformance: Conformance): FastifyReply {
  const answer = operation.answers.byStatus.get(status);
  const chosen = headers['content-type'];
  // The media type that the handler chose, else the first that the document names.
  const documented = answer?.body(chosen === undefined ? (answer.mediaTypes[0] ?? '') : mediaTypeOf(String(chosen)));
  const isSent = documented !== undefined && body !== undefined;
  if (isSent) reply.header('content-type', documented.contentType).serializer(asItIs);
  const isDue = conformance.checkHead(operation, reply, documented);
  if (isSent) return reply.send(payloadOf(reply, operation, documented, body, isDue ? conformance : undefined));
  // Where nobody is strict it stays behind, since nothing says what of it may leave.
  if (answer && chosen === undefined && body !== undefined) conformance.breach(operation, status, 'undocumented body');
  if (documented && body === undefined) conformance.breach(operation, status, 'missing body');
  return reply.send();
}

/** Without a serializer of ours Fastify would add a charset to JSON, which has none (RFC 8259) and had none in the originals. */
const asItIs = (payload: unknown): string => payload as string;

/** What Fastify is given to send. `conformance` is there when it is this body's turn to be looked at. */
function payloadOf(
  reply: FastifyReply, operation: Operation, body: AnswerBody, value: unknown, conformance: Conformance | undefined,
): unknown {
  const { request, statusCode: status } = reply;
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Uint8Array) return value;
    if (Symbol.asyncIterator in value) {
      // Fastify reads a stream to its end for `HEAD` too, only to throw it away.
      if (request.method === 'HEAD') return nothingOf(value);
      const items = value as AsyncIterable<unknown>;
      if (body.isJson) return watched(Readable.from(jsonList(operation, status, body, items, conformance)), reply);
      return watched(value instanceof Readable ? value : Readable.from(items), reply);
    }
  }
  conformance?.checkBody(operation, status, body, value);
  return body.isJson ? textOf(body.project(value), operation.document.dialect.indent) : String(value);
}

/** Before the first byte a failure becomes an answer; later nobody hears of it but the log, and the connection ends. */
function watched(stream: Readable, reply: FastifyReply): Readable {
  return stream.once('error', (cause) => {
    if (reply.raw.headersSent) log.error(`${reply.request.method} ${reply.request.routeOptions.url} broke off`, cause.stack);
  });
}

const textOf = (value: unknown, indent?: number): string => JSON.stringify(value, undefined, indent) ?? 'null';

function nothingOf(stream: object): Readable {
  if (stream instanceof Readable) stream.destroy();
  return Readable.from([]);
}

const chunkLength = 64 * 1024;

/** A list written as it is read, some 64 KiB at a time, so that its length does not matter to the memory. */
async function* jsonList(
  operation: Operation, status: number, body: AnswerBody, items: AsyncIterable<unknown>, conformance: Conformance | undefined,
): AsyncGenerator<string> {
  const { project } = body.item;
  let text = '[';
  let separator = '';
  for await (const item of items) {
    if (conformance?.isStrict) conformance.checkItem(operation, status, body, item);
    text += separator + textOf(project(item));
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
  if (status === 401 && operation && !reply.hasHeader('www-authenticate')) {
    reply.header('www-authenticate', challengeOf(operation, request.headers['sec-fetch-site'] !== undefined));
  }
  const body = isProblem ? problemOf(refusal, dialect) : (refusal.body ?? dialect.render({ status, detail: refusal.detail ?? dialect.detailOf(status) }));
  reply.header('content-type', isProblem ? 'application/problem+json' : dialect.contentType);
  if (operation) {
    const documented = operation.answers.byStatus.get(status)?.body(isProblem ? 'application/problem+json' : mediaTypeOf(dialect.contentType));
    const isDue = conformance.checkHead(operation, reply, documented);
    if (documented && isDue) conformance.checkBody(operation, status, documented, body);
  }
  void reply.send(textOf(body, dialect.indent));
}

function problemOf({ status, detail, violations }: Refusal, dialect: Dialect): Problem {
  const problem = { type: 'about:blank', title: titleOf(status), status, detail: detail ?? dialect.detailOf(status) };
  return violations.length > 0 ? { ...problem, errors: violations } : problem;
}
