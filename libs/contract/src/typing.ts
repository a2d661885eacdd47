import type { Readable } from 'node:stream';
import type { UploadedFile } from './forms.js';

/*
 * What a handler is given and what it may answer, computed from the types that openapi-typescript writes of a document.
 */

/** An operation as openapi-typescript describes it. */
export interface OperationType {
  parameters: { path?: unknown; query?: unknown; header?: unknown; cookie?: unknown };
  requestBody?: { content: object } | undefined;
  responses: object;
}

export type OperationTypes<Types> = { [Id in keyof Types]: OperationType };

/** Who sent a request, as an authenticator found out. Ids are those of the account store. */
export interface Caller {
  readonly account: number;
  readonly credential: number;
}

type Simplify<T> = { [Key in keyof T]: T[Key] } & {};
type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never;
type Documented<T, Key extends keyof T> = [Exclude<T[Key], undefined>] extends [never] ? never : Key;

type ParameterInput<Parameters> = {
  [Place in keyof Parameters as Documented<Parameters, Place>]-?: Exclude<Parameters[Place], undefined>;
};

type BodyInput<Operation extends OperationType> = [Exclude<Operation['requestBody'], undefined>] extends [never]
  ? unknown
  : Operation extends { requestBody: { content: object } }
    ? { body: ContentOf<Operation['requestBody']> }
    : { body: ContentOf<Exclude<Operation['requestBody'], undefined>> | undefined };
type ContentOf<Body> = Body extends { content: infer Content }
  ? { [Type in keyof Content]: ReadBody<Type, Content[Type]> }[keyof Content] : never;
/** What has no type is a file in a multipart form, and bytes if it is no JSON. */
type ReadBody<Type, Schema> = Type extends `multipart/${string}`
  ? { [Name in keyof Schema]: unknown extends Schema[Name] ? UploadedFile : Schema[Name] }
  : unknown extends Schema ? (Type extends `application/${string}json` ? Schema : Uint8Array) : Schema;

/** `Schemes` names the security schemes that let an operation's callers in: `never` where it is open to all. */
type CallerInput<Schemes> = [Schemes] extends [never]
  ? unknown
  : { caller: undefined extends Schemes ? Caller | undefined : Caller };

/** The argument of an operation's handler: its validated parameters and body, and who calls. */
export type InputOf<Operation extends OperationType, Schemes> = Simplify<
  ParameterInput<Operation['parameters']> & BodyInput<Operation> & CallerInput<Schemes>
>;

type Responses<Operation extends OperationType> = Operation['responses'];
export type StatusOf<Operation extends OperationType> = keyof Responses<Operation> & number;
type FirstDigit<Status extends number> = `${Status}` extends `${infer Digit}${string}` ? Digit : never;
type IsSuccess<Status extends number> = FirstDigit<Status> extends '2' | '3' ? true : false;
export type SuccessStatus<Operation extends OperationType> = {
  [Status in StatusOf<Operation>]: IsSuccess<Status> extends true ? Status : never;
}[StatusOf<Operation>];
export type RefusalStatus<Operation extends OperationType> = Exclude<StatusOf<Operation>, SuccessStatus<Operation>>;

type AnswerBody<Type, Schema> = Type extends `application/${string}json`
  ? Schema extends readonly (infer Item)[] ? Schema | AsyncIterable<Item> : Schema
  : Type extends `text/${string}` ? string : Readable | Uint8Array;
type BodyOf<Response> = Response extends { content: infer Content extends object }
  ? { [Type in keyof Content]: AnswerBody<Type, Content[Type]> }[keyof Content]
  : void;

/** The body of a refusal in the API's own dialect, which is its JSON. */
export type RefusalBody<Operation extends OperationType, Status> = Status extends keyof Responses<Operation>
  ? Responses<Operation>[Status] extends { content: { 'application/json': infer Body } } ? Body : undefined
  : never;

/** Headers that the runtime writes itself, so that no handler has to. */
type RuntimeHeader = 'retry-after' | 'www-authenticate' | 'allow' | `${'' | 'x-'}ratelimit-${string}`;
type HeadersOf<Response> = Response extends { headers: infer Headers }
  ? {
      [Name in keyof Headers as string extends Name ? never
        : Name extends string ? Lowercase<Name> extends RuntimeHeader ? never : Name : never]: Headers[Name];
    }
  : unknown;
/** What a refusal may send along: `Retry-After` too, where it is not the runtime that limits. */
export type RefusalHeaders<Operation extends OperationType, Status> = Status extends keyof Responses<Operation>
  ? Responses<Operation>[Status] extends { headers: infer Headers }
    ? { readonly [Name in keyof Headers as string extends Name ? never : Name]?: Headers[Name] }
    : Record<never, never>
  : never;
type HeadersMember<Headers> = [keyof Headers] extends [never] ? unknown
  : Record<never, never> extends Headers ? { headers?: Headers } : { headers: Headers };

/** An answer that names its status or sends headers. Made by `answer`. */
export class Reply<Status extends number = number, Body = unknown> {
  constructor(
    readonly status: Status,
    readonly body: Body,
    readonly headers: Readonly<Record<string, string | number | string[]>> = {},
  ) {}
}

type ReplyOf<Operation extends OperationType> = {
  [Status in SuccessStatus<Operation>]: Reply<Status, BodyOf<Responses<Operation>[Status & keyof Responses<Operation>]>>;
}[SuccessStatus<Operation>];

/** Which of several media types the body is; the first that the document names, where nothing is said. */
type MediaMember<Response> = Response extends { content: infer Content }
  ? IsUnion<keyof Content> extends true ? { type?: keyof Content & string } : unknown
  : unknown;

/** What `answer` takes: a documented success, its body, and its headers where the document has some. */
export type AnswerOf<Operation extends OperationType> = {
  [Status in SuccessStatus<Operation>]: Simplify<
    { status: Status; body: BodyOf<Responses<Operation>[Status & keyof Responses<Operation>]> }
    & MediaMember<Responses<Operation>[Status & keyof Responses<Operation>]>
    & HeadersMember<HeadersOf<Responses<Operation>[Status & keyof Responses<Operation>]>>
  >;
}[SuccessStatus<Operation>];

/** Headers that the document does not know may not be given either, which a type parameter alone would let by. */
export type OnlyDocumented<Operation extends OperationType, Given> = Given extends { status: infer Status; headers: infer Headers }
  ? { headers: { [Name in Exclude<keyof Headers, keyof HeadersOf<Responses<Operation>[Status & keyof Responses<Operation>]>>]: never } }
  : unknown;

type NeedsReply<Operation extends OperationType> =
  IsUnion<SuccessStatus<Operation>> extends true ? true
    : Record<never, never> extends HeadersOf<Responses<Operation>[SuccessStatus<Operation> & keyof Responses<Operation>]> ? false : true;

/** A handler's result: the body where the document knows one success without headers to send, otherwise what `answer` makes. */
export type OutputOf<Operation extends OperationType> = NeedsReply<Operation> extends true
  ? ReplyOf<Operation>
  : BodyOf<Responses<Operation>[SuccessStatus<Operation> & keyof Responses<Operation>]> | ReplyOf<Operation>;
