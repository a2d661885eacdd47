/** How an operation travels; written from its document by the generator. */
export interface OperationRoute {
  readonly method: string;
  /** A template such as `/users/{username}`, under the document's own prefix. */
  readonly path: string;
  /** The `Content-Type` of the body, where there is one. */
  readonly body?: string;
}

interface OperationType {
  parameters: { path?: unknown; query?: unknown; header?: unknown; cookie?: unknown };
  requestBody?: unknown;
  responses: object;
}

type Flat<T> = { [Key in keyof T]: T[Key] } & {};
type Present<T> = [Exclude<T, undefined>] extends [never] ? false : true;
type Part<Name extends string, Value> = Present<Value> extends false ? unknown
  : Partial<Record<never, never>> extends Exclude<Value, undefined> ? { [Key in Name]?: Value } : { [Key in Name]: Value };
type ContentOf<Body> = Body extends { content: infer Content } ? Content[keyof Content] : undefined;
type BodyPart<Operation extends OperationType> = Present<Operation['requestBody']> extends false ? unknown
  : { body: ContentOf<Exclude<Operation['requestBody'], undefined>> };

/** What a call takes: the members that the operation documents. */
export type InputOf<Operation extends OperationType> = Flat<
  Part<'path', Operation['parameters']['path']> & Part<'query', Operation['parameters']['query']>
  & Part<'header', Operation['parameters']['header']> & BodyPart<Operation>
>;

type IsSuccess<Status> = Status extends number ? (`${Status}` extends `2${string}` ? true : false) : false;
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;
/** What a call resolves to: the body of the documented success. */
export type OutputOf<Operation extends OperationType> = {
  [Status in keyof Operation['responses']]: IsSuccess<Status> extends true ? BodyOf<Operation['responses'][Status]> : never;
}[keyof Operation['responses']];

export type Client<Operations extends { [Id in keyof Operations]: OperationType }> = {
  readonly [Id in keyof Operations]: Record<never, never> extends InputOf<Operations[Id]>
    ? (input?: InputOf<Operations[Id]>) => Promise<OutputOf<Operations[Id]>>
    : (input: InputOf<Operations[Id]>) => Promise<OutputOf<Operations[Id]>>;
};

export interface ClientOptions {
  /** The server's origin, such as `http://localhost:8000`. */
  readonly baseUrl: string;
  /** The value of `Authorization`, or what makes it. */
  readonly authorization?: string | (() => string | Promise<string>);
}

/** Any answer that is no documented success. `body` is parsed where it is JSON. */
export class ApiError extends Error {
  constructor(
    readonly operation: string,
    readonly status: number,
    readonly body: unknown,
    readonly headers: Headers,
  ) {
    super(`${operation} was answered ${status}`);
    this.name = 'ApiError';
  }
}

interface Input {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Makes a function of every operation. A call rejects with `ApiError`, or as `fetch` does when there is no answer. */
export function createClient<Operations extends { [Id in keyof Operations]: OperationType }>(
  prefix: string,
  routes: Readonly<Record<keyof Operations & string, OperationRoute>>,
  options: ClientOptions,
): Client<Operations> {
  const calls = Object.entries<OperationRoute>(routes).map(([id, route]) =>
    [id, (input: Input = {}) => call(id, prefix, route, input, options)]);
  return Object.fromEntries(calls) as Client<Operations>;
}

async function call(id: string, prefix: string, route: OperationRoute, input: Input, options: ClientOptions): Promise<unknown> {
  const url = new URL(prefix + filled(route.path, input.path ?? {}), options.baseUrl);
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const item of [value].flat()) if (item !== undefined) url.searchParams.append(name, String(item));
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(input.header ?? {})) if (value !== undefined) headers.set(name, String(value));
  const { authorization } = options;
  if (authorization !== undefined) headers.set('authorization', typeof authorization === 'string' ? authorization : await authorization());
  const init: RequestInit = { method: route.method, headers };
  if (route.body !== undefined && input.body !== undefined) {
    headers.set('content-type', route.body);
    init.body = route.body.includes('json') ? JSON.stringify(input.body) : String(input.body);
  }
  const response = await fetch(url, init);
  const body = await parsed(response);
  if (!response.ok) throw new ApiError(id, response.status, body, response.headers);
  return body;
}

const filled = (template: string, values: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return JSON.parse(text);
  return type === '' && text === '' ? undefined : text;
}
