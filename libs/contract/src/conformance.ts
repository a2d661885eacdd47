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
 * Holds answers against the documents. Strict, it throws, so that tests and developers cannot overlook a breach. Otherwise it
 * logs and counts, and looks at every status and media type, and at the headers and the body of each operation's first
 * answer of a kind and of one in 64 from then on, since validating costs more than writing.
 */
export class Conformance {
  #breaches = 0;
  readonly #answers = new Map<Answer, number>();

  constructor(
    readonly isStrict: boolean,
    private readonly log: (breach: Breach) => void = () => {},
  ) {}

  /** How many answers were found to breach their document since the start. */
  get breaches(): number {
    return this.#breaches;
  }

  /**
   * Looks at the head of an answer that is about to be sent, and tells whether its body is to be looked at too. `body` is
   * what the document says of it, where it says anything.
   */
  checkHead(operation: Operation, reply: FastifyReply, body: AnswerBody | undefined): boolean {
    const { statusCode: status } = reply;
    const answer = operation.answers.byStatus.get(status);
    if (!answer) {
      this.breach(operation, status, 'undocumented status');
      return false;
    }
    const contentType = body ? undefined : reply.getHeader('content-type');
    if (contentType !== undefined) this.breach(operation, status, `undocumented media type ${mediaTypeOf(String(contentType))}`);
    const isDue = this.isStrict || this.#isDue(answer);
    if (isDue) this.#checkHeaders(operation, answer, reply);
    return isDue;
  }

  #isDue(answer: Answer): boolean {
    const count = this.#answers.get(answer) ?? 0;
    this.#answers.set(answer, count + 1);
    return count % sampling === 0;
  }

  checkBody(operation: Operation, status: number, body: AnswerBody, value: unknown): void {
    const violation = body.validator?.violationOf(value, '/body');
    if (violation) this.breach(operation, status, `undocumented body: ${violation.detail}`);
  }

  checkItem(operation: Operation, status: number, body: AnswerBody, item: unknown): void {
    const violation = body.item.validator.violationOf(item, '/item');
    if (violation) this.breach(operation, status, `undocumented item: ${violation.detail}`);
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
