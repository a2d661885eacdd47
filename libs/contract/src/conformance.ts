import type { FastifyReply } from 'fastify';
import { mediaTypeOf } from './media.js';
import type { Operation } from './operation.js';
import type { AnswerBody } from './responses.js';
import { violationOf } from './schemas.js';

/** An answer that its document does not know. */
export interface Breach {
  readonly operation: string;
  readonly status: number;
  readonly message: string;
}

/** In place of an answer that its document does not know, where answers are strict. */
export class UndocumentedAnswer extends Error {
  constructor(readonly breach: Breach) {
    super(`${breach.operation} answered ${breach.status}: ${breach.message}`);
  }
}

/** Headers of HTTP itself and of the server as a whole, which no document has to list. */
const general = new Set([
  'content-type', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date', 'vary', 'cache-control',
  'x-content-type-options', 'x-request-id', 'strict-transport-security', 'content-security-policy', 'referrer-policy',
]);

const sampling = 64;

/**
 * Holds answers against the documents. Strict, it throws, so that tests and developers cannot overlook a breach; otherwise it logs
 * and counts, looks at every status, header and media type, and at one body in 64, since validating costs more than writing.
 */
export class Conformance {
  #breaches = 0;
  #bodies = 0;

  constructor(
    readonly isStrict: boolean,
    private readonly log: (breach: Breach) => void = () => {},
  ) {}

  /** How many answers were found to breach their document since the start. */
  get breaches(): number {
    return this.#breaches;
  }

  checkBody(operation: Operation, status: number, body: AnswerBody, value: unknown): void {
    if (!this.isStrict && this.#bodies++ % sampling !== 0) return;
    const validate = body.validate;
    if (validate && !validate(value)) this.breach(operation, status, `undocumented body: ${violationOf(validate, 'body').detail}`);
  }

  checkItem(operation: Operation, status: number, body: AnswerBody, item: unknown): void {
    if (this.isStrict && !body.validateItem(item)) {
      this.breach(operation, status, `undocumented item: ${violationOf(body.validateItem, 'item').detail}`);
    }
  }

  /** The status, media type and headers of an answer that is about to be sent. */
  checkHead(operation: Operation, reply: FastifyReply): void {
    const { statusCode: status } = reply;
    const answer = operation.answers.byStatus.get(status);
    if (!answer) return this.breach(operation, status, 'undocumented status');
    const mediaType = mediaTypeOf(reply.getHeader('content-type') as string | undefined);
    if (mediaType !== '' && !answer.body(mediaType)) this.breach(operation, status, `undocumented media type ${mediaType}`);
    for (const name in reply.getHeaders()) {
      if (!answer.headers.has(name) && !general.has(name) && !name.startsWith('access-control-')) {
        this.breach(operation, status, `undocumented header ${name}`);
      }
    }
    for (const [name, header] of answer.headers) {
      const value = reply.getHeader(name);
      if (value === undefined && header.isRequired) this.breach(operation, status, `missing header ${name}`);
      if (value !== undefined && !header.accepts(String(value))) this.breach(operation, status, `undocumented value of header ${name}`);
    }
  }

  breach(operation: Operation, status: number, message: string): void {
    const breach = { operation: operation.id, status, message };
    this.#breaches++;
    this.log(breach);
    if (this.isStrict) throw new UndocumentedAnswer(breach);
  }
}
