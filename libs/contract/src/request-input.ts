import type { FastifyRequest } from 'fastify';
import { clientAddress } from './client-address.js';
import { dereference, type Located, member } from './document.js';
import { Parameters, type ParameterValues } from './parameters.js';
import { RequestBody } from './request-body.js';
import type { Validator } from './schemas.js';

export interface InputValues extends ParameterValues {
  body?: unknown;
  /** Where the operation's `x-client-address` asks for it. */
  client?: { readonly address: string; readonly isSecure: boolean };
}

/** All that an operation's document lets a request bring: its parameters, its body, and where it comes from. */
export class RequestInput {
  readonly body: RequestBody | undefined;
  readonly headerNames: readonly string[];
  readonly #parameters: Parameters;
  readonly #wantsAddress: boolean;

  constructor(pathItem: Located, operation: Located, root: Located) {
    this.#parameters = new Parameters(pathItem, operation, root);
    this.#wantsAddress = member(operation, 'x-client-address')?.value === true;
    const body = member(operation, 'requestBody');
    this.body = body && new RequestBody(dereference(body), root);
    this.headerNames = this.#parameters.headerNames;
  }

  get validators(): Validator[] {
    return [...this.#parameters.validators, ...(this.body?.validators ?? [])];
  }

  /** Resolves to validated values. A body that the document does not speak of is never read. Throws `Refusal`. */
  read(request: FastifyRequest): InputValues | Promise<InputValues> {
    const values: InputValues = this.#parameters.read(request);
    if (this.#wantsAddress) values.client = { address: clientAddress(request), isSecure: request.protocol === 'https' };
    return this.body ? this.#withBody(values, this.body, request) : values;
  }

  async #withBody(values: InputValues, body: RequestBody, request: FastifyRequest): Promise<InputValues> {
    values.body = await body.read(request.raw);
    await request.countBody?.(values.body);
    return values;
  }
}
