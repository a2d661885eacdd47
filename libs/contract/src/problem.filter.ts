import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UndocumentedAnswer } from './conformance.js';
import { ContractAdapter } from './contract-adapter.js';
import { Refusal } from './refusal.js';

/** Turns whatever was thrown into an answer in the API's shape. What is no refusal is a bug: logged whole, told as 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('Request');

  constructor(private readonly host: HttpAdapterHost<ContractAdapter>) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const [request, reply] = host.getArgs<[FastifyRequest, FastifyReply]>();
    if (reply.sent) return;
    const refusal = this.#refusalOf(thrown, request);
    try {
      this.host.httpAdapter.refuse(request, reply, refusal);
    } catch (cause) {
      for (const name of Object.keys(refusal.headers)) reply.removeHeader(name);
      this.#answerPlainly(cause, request, reply);
    }
  }

  /** A refusal that its document does not know cannot be answered by the document. */
  #answerPlainly(cause: unknown, request: FastifyRequest, reply: FastifyReply): void {
    this.#log.error(`${request.method} ${pathOf(request)}: ${(cause as Error).message}`);
    const detail = cause instanceof UndocumentedAnswer ? cause.message : 'Internal Server Error';
    request.operation = null;
    this.host.httpAdapter.refuse(request, reply, new Refusal(500, detail));
  }

  #refusalOf(thrown: unknown, request: FastifyRequest): Refusal {
    if (thrown instanceof Refusal) {
      if (thrown.status >= 500) this.#log.warn(`${request.method} ${pathOf(request)}: ${causesOf(thrown)}`);
      return thrown;
    }
    const status = statusOf(thrown);
    if (status >= 400 && status < 500) return new Refusal(status);
    this.#log.error(`${request.method} ${pathOf(request)} failed`, thrown instanceof Error ? causesOf(thrown) : String(thrown));
    return thrown instanceof UndocumentedAnswer ? new Refusal(500, thrown.message) : new Refusal(status === 503 ? 503 : 500);
  }
}

/** Queries stay out of the log, since they may hold tokens. */
const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

const causesOf = (error: Error): string =>
  `${error.stack ?? error.message}${error.cause instanceof Error ? `\ncaused by ${causesOf(error.cause)}` : ''}`;

/** The framework's own errors carry a status that may be told. That of any other error is another server's. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { code, statusCode } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown };
  return String(code).startsWith('FST_') && typeof statusCode === 'number' ? statusCode : 500;
}
