import { createParamDecorator, type ExecutionContext, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Json } from './document.js';
import { accepts } from './media.js';
import { type ContractDocument, type Operation, readDocument } from './operation.js';
import { routeName } from './parameters.js';
import { Refusal } from './refusal.js';
import {
  type AnswerOf, type InputOf, type OperationTypes, type OutputOf, type RefusalBody, type RefusalStatus, Reply,
} from './typing.js';

/** A controller method that claims to handle an operation; the boot check holds the claim against the document. */
export interface Binding {
  readonly document: ContractDocument;
  readonly id: string;
  readonly operation: Operation | undefined;
}

const bindings = new WeakMap<object, Binding>();

/** The operation that a method handles, or undefined for a method that is no handler. */
export const bindingOf = (method: object): Binding | undefined => bindings.get(method);

/** A method whose parameter is something else than the operation brings does not take this decorator. */
type Takes<Input, Method> = Method extends (input: infer Wanted, ...rest: never[]) => unknown
  ? [Input] extends [Wanted] ? unknown : { readonly 'the handler asks for input that the operation does not bring': never }
  : never;

/** The document's API, bound to the types generated from the same document. */
export interface Contract<Operations extends OperationTypes<Operations>, Security extends Record<keyof Operations, unknown>> {
  /**
   * Makes a controller method the handler of an operation: its route, guard, limit, validation, status and projection all come
   * from the document. The id must be the method's own name, its argument what the operation brings, its result what it answers.
   */
  Operation<Id extends keyof Operations & string>(id: Id): <
    Method extends (input: never, ...rest: never[]) => Promise<OutputOf<Operations[Id]>>,
  >(target: object, key: Id, descriptor: TypedPropertyDescriptor<Method> & Takes<InputOf<Operations[Id], Security[Id]>, Method>) => void;

  /** A documented refusal of one or more operations. An undocumented status or body does not compile. */
  refusal<Id extends keyof Operations & string, Status extends RefusalStatus<Operations[Id]>>(
    operations: Id | readonly Id[],
    status: Status,
    body: RefusalBody<Operations[Id], Status>,
  ): Refusal;

  /** A documented success with its status and headers, where a bare body does not say enough. */
  answer<Id extends keyof Operations & string, const Given extends AnswerOf<Operations[Id]>>(
    operation: Id,
    given: Given,
  ): OutputOf<Operations[Id]> & Reply<Given['status'], Given['body']>;
}

/** Binds an API to its document: `coding` is `openapi/coding.yaml`. Never throws; the boot check lists what is wrong. */
export function contractOf<Operations extends OperationTypes<Operations>, Security extends Record<keyof Operations, unknown>>(
  source: string | URL,
): Contract<Operations, Security> {
  const document = readDocument(source);
  return {
    Operation: (id) => (target, key, descriptor: PropertyDescriptor) => bind(document, id, target, key, descriptor),
    refusal: (_operations, status, body) =>
      new Refusal(status as number, document.dialect.detailIn(body as Json, status as number), { body: body as Json }),
    answer: (_operation, given) => {
      const { status, body, headers } = given as { status: number; body: unknown; headers?: Record<string, string> };
      return new Reply(status, body, headers) as never;
    },
  };
}

function bind(document: ContractDocument, id: string, target: object, key: string, descriptor: PropertyDescriptor): void {
  const operation = document.operations.get(id);
  if (operation) descriptor.value = wrapped(descriptor.value as Method, operation);
  bindings.set(descriptor.value as object, { document, id, operation });
  if (!operation) return;
  const paths = operation.paths.map((path) => path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => `:${routeName(name)}`) || '/');
  RequestMapping({ path: paths, method: RequestMethod[operation.method] })(target, key, descriptor);
  HttpCode(operation.answers.success.status)(target, key, descriptor);
  inputOf(operation)(target, key, 0);
}

type Method = (this: object, ...input: never[]) => Promise<unknown>;

/** Nest would send a list that is still being read as lines of JSON; inside a `Reply` it is left to us. */
function wrapped(method: Method, { answers }: Operation): Method {
  return async function (...input) {
    const result = await method.apply(this, input);
    const isRead = typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
    return isRead ? new Reply(answers.success.status, result) : result;
  };
}

/** The handler's argument: what the document lets in, and the caller that the security guard found. */
function inputOf(operation: Operation): ParameterDecorator {
  const isSecured = operation.security.length > 0;
  return createParamDecorator((_: unknown, context: ExecutionContext) => {
    const request = context.getArgByIndex<FastifyRequest>(0);
    if (!accepts(request.headers.accept, operation.answers.mediaTypes)) throw new Refusal(406);
    const values = operation.input.read(request);
    if (!isSecured) return values;
    const { caller } = request;
    return values instanceof Promise ? values.then((read) => ({ ...read, caller })) : { ...values, caller };
  })();
}
