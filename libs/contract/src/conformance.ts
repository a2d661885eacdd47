import type { FastifyReply } from 'fastify';
import { mediaTypeOf } from './media.js';
import type { Operation } from './operation.js';
import type { Answer, AnswerBody } from './responses.js';

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
 * and counts, looks at every status and media type, and at the headers and body of one answer in 64, since validating costs more
 * than writing.
 */
export class Conformance {
  #breaches = 0;
  #answers = 0;

  constructor(
    readonly isStrict: boolean,
    private readonly log: (breach: Breach) => void = () => {},
  ) {}

  /** How many answers were found to breach their document since the start. */
  get breaches(): number {
    return this.#breaches;
  }

  get #isDue(): boolean {
    return this.isStrict || this.#answers % sampling === 0;
  }

  checkBody(operation: Operation, status: number, body: AnswerBody, value: unknown): void {
    if (!this.#isDue) return;
    const violation = body.validator?.violationOf(value, '/body');
    if (violation) this.breach(operation, status, `undocumented body: ${violation.detail}`);
  }

  checkItem(operation: Operation, status: number, body: AnswerBody, item: unknown): void {
    const violation = this.isStrict ? body.item.validator.violationOf(item, '/item') : undefined;
    if (violation) this.breach(operation, status, `undocumented item: ${violation.detail}`);
  }

  /** The status, media type and headers of an answer that is about to be sent. */
  checkHead(operation: Operation, reply: FastifyReply): void {
    this.#answers++;
    const { statusCode: status } = reply;
    const answer = operation.answers.byStatus.get(status);
    if (!answer) return this.breach(operation, status, 'undocumented status');
    const mediaType = mediaTypeOf(reply.getHeader('content-type') as string | undefined);
    if (mediaType !== '' && !answer.body(mediaType)) this.breach(operation, status, `undocumented media type ${mediaType}`);
    if (this.#isDue) this.#checkHeaders(operation, answer, reply);
  }

  #checkHeaders(operation: Operation, { status, headers }: Answer, reply: FastifyReply): void {
    for (const name in reply.getHeaders()) {
      if (!headers.has(name) && !general.has(name) && !name.startsWith('access-control-')) {
        this.breach(operation, status, `undocumented header ${name}`);
      }
    }
    for (const [name, header] of headers) {
      const value = reply.getHeader(name);
      if (value === undefined && header.isRequired) this.breach(operation, status, `missing header ${name}`);
      if (value !== undefined && !header.accepts(value)) this.breach(operation, status, `undocumented value of header ${name}`);
    }
  }

  breach(operation: Operation, status: number, message: string): void {
    const breach = { operation: operation.id, status, message };
    this.#breaches++;
    this.log(breach);
    if (this.isStrict) throw new UndocumentedAnswer(breach);
  }
}
