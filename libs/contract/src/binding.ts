import { createParamDecorator, type ExecutionContext, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Json } from './document.js';
import { accepts } from './media.js';
import { type ContractDocument, type Operation, readDocument } from './operation.js';
import { routeName } from './parameters.js';
import { Refusal } from './refusal.js';
import {
  type AnswerOf, type InputOf, type OnlyDocumented, type OperationTypes, type OutputOf, type RefusalBody, type RefusalHeaders,
  type RefusalStatus, Reply,
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

  /**
   * A documented refusal of one or more operations. An undocumented status or body does not compile. `detail` is for problem
   * details; without it, it is the text that the body has in the place of the dialect's. `headers` are documented ones.
   */
  refusal<Id extends keyof Operations & string, Status extends RefusalStatus<Operations[Id]>>(
    operations: Id | readonly Id[],
    status: Status,
    body: RefusalBody<Operations[Id], Status>,
    detail?: string,
    headers?: RefusalHeaders<Operations[Id], Status>,
  ): Refusal;

  /** A documented success with its status and headers, where a bare body does not say enough. */
  answer<Id extends keyof Operations & string, const Given extends AnswerOf<Operations[Id]>>(
    operation: Id,
    given: Given & OnlyDocumented<Operations[Id], Given>,
  ): OutputOf<Operations[Id]> & Reply<Given['status'], Given['body']>;
}

/** Binds an API to its document: `coding` is `openapi/coding.yaml`. Never throws; the boot check lists what is wrong. */
export function contractOf<Operations extends OperationTypes<Operations>, Security extends Record<keyof Operations, unknown>>(
  source: string | URL,
): Contract<Operations, Security> {
  const document = readDocument(source);
  return {
    Operation: (id) => (target, key, descriptor: PropertyDescriptor) => bind(document, id, target, key, descriptor),
    refusal: (_operations, status, body, detail = document.dialect.detailIn(body as Json, status as number), headers) =>
      new Refusal(status as number, detail, { body: body as Json, headers: texts(headers ?? {}) }),
    answer: (_operation, given) => {
      const { status, body, type, headers } = given as { status: number; body: unknown; type?: string; headers?: Reply['headers'] };
      return new Reply(status, body, type === undefined ? headers : { ...headers, 'content-type': type }) as never;
    },
  };
}

const texts = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function bind(document: ContractDocument, id: string, target: object, key: string, descriptor: PropertyDescriptor): void {
  const operation = document.operations.get(id);
  if (operation && [...operation.answers.byStatus.values()].some(({ canStream }) => canStream)) descriptor.value = wrapped(descriptor.value as AnyMethod, operation);
  bindings.set(descriptor.value as object, { document, id, operation });
  if (!operation) return;
  const paths = operation.paths.map((path) => path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => `:${routeName(name)}`) || '/');
  RequestMapping({ path: paths, method: RequestMethod[operation.method] })(target, key, descriptor);
  HttpCode(operation.answers.success.status)(target, key, descriptor);
  inputOf(operation)(target, key, 0);
}

type AnyMethod = (this: object, ...input: never[]) => Promise<unknown>;

/** Nest would send what is still being read by rules of its own; inside a `Reply` it is left to us. */
function wrapped(method: AnyMethod, { answers }: Operation): AnyMethod {
  return async function (...input) {
    const result = await method.apply(this, input);
    const isRead = typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
    return isRead ? new Reply(answers.success.status, result) : result;
  };
}

/** The handler's argument: what the document lets in, and the caller that the security guard found. */
function inputOf(operation: Operation): ParameterDecorator {
  const isSecured = operation.security.length > 0;
  // An API whose clients say what they like in `Accept` documents no 406.
  const heedsAccept = operation.answers.byStatus.has(406);
  return createParamDecorator((_: unknown, context: ExecutionContext) => {
    const request = context.getArgByIndex<FastifyRequest>(0);
    if (heedsAccept && !accepts(request.headers.accept, operation.answers.mediaTypes)) throw new Refusal(406);
    const values = operation.input.read(request);
    if (!isSecured) return values;
    const { caller } = request;
    return values instanceof Promise ? values.then((read) => ({ ...read, caller })) : { ...values, caller };
  })();
}
