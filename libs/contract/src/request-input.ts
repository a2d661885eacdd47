import type { FastifyRequest } from 'fastify';
import { dereference, type Located, member } from './document.js';
import { Parameters, type ParameterValues } from './parameters.js';
import { RequestBody } from './request-body.js';

export interface InputValues extends ParameterValues {
  body?: unknown;
}

/** All that an operation's document lets a request bring: its parameters and its body. */
export class RequestInput {
  readonly body: RequestBody | undefined;
  readonly #parameters: Parameters;

  constructor(pathItem: Located, operation: Located, root: Located) {
    this.#parameters = new Parameters(pathItem, operation);
    const body = member(operation, 'requestBody');
    this.body = body && new RequestBody(dereference(body), root);
  }

  /** Resolves to validated values. A body that the document does not speak of is never read. Throws `Refusal`. */
  read(request: FastifyRequest): InputValues | Promise<InputValues> {
    const values: InputValues = this.#parameters.read(request);
    return this.body ? this.#withBody(values, this.body, request) : values;
  }

  async #withBody(values: InputValues, body: RequestBody, request: FastifyRequest): Promise<InputValues> {
    values.body = await body.read(request.raw);
    return values;
  }
}
