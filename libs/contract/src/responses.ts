import { STATUS_CODES } from 'node:http';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Dialect } from './dialect.js';
import { dereference, DocumentError, isObject, type Located, member } from './document.js';
import { mediaTypeOf } from './media.js';
import { compileProjection, type Projection } from './projection.js';
import { coerce } from './parameters.js';
import { compileSchema } from './schemas.js';

/** One documented status of an operation: what its body and headers may be. */
export class Answer {
  readonly mediaTypes: readonly string[];
  readonly headers: ReadonlyMap<string, AnswerHeader>;
  readonly #at: Located;
  readonly #bodies = new Map<string, AnswerBody>();

  constructor(
    readonly status: number,
    at: Located,
  ) {
    this.#at = at;
    const content = member(at, 'content');
    for (const type of Object.keys(isObject(content?.value) ? content.value : {})) {
      this.#bodies.set(mediaTypeOf(type), new AnswerBody(contentTypeOf(type), member(content!, type, 'schema')));
    }
    this.mediaTypes = [...this.#bodies.keys()];
    this.headers = readHeaders(at);
  }

  body(mediaType: string): AnswerBody | undefined {
    return this.#bodies.get(mediaType);
  }

  /** Compiles everything, so that a schema that cannot be compiled is found at boot. */
  prepare(): void {
    for (const body of this.#bodies.values()) body.prepare();
    for (const header of this.headers.values()) header.validate();
    if (STATUS_CODES[this.status] === undefined) throw new DocumentError(this.#at, `${this.status} is no HTTP status`);
  }
}

const contentTypeOf = (type: string): string =>
  type.startsWith('text/') && !type.includes('charset') ? `${type}; charset=utf-8` : type;

/** One media type of an answer. Validator and projection are compiled at their first use or by `prepare`. */
export class AnswerBody {
  #project: Projection | undefined;
  #projectItem: Projection | undefined;
  #validate: ValidateFunction | undefined;
  #validateItem: ValidateFunction | undefined;

  constructor(
    /** The `Content-Type` to send: the type as the document writes it, with the charset of text. */
    readonly contentType: string,
    readonly schema: Located | undefined,
  ) {}

  get project(): Projection {
    return (this.#project ??= this.schema ? compileProjection(this.schema, 'output') : (value) => value);
  }

  get validate(): ValidateFunction | undefined {
    return (this.#validate ??= this.schema && compileSchema(this.schema, 'output'));
  }

  /** For lists that are sent as they are read: the projection and validation of one item. */
  get projectItem(): Projection {
    return (this.#projectItem ??= compileProjection(this.#items, 'output'));
  }

  get validateItem(): ValidateFunction {
    return (this.#validateItem ??= compileSchema(this.#items, 'output'));
  }

  get #items(): Located {
    const items = this.schema && member(dereference(this.schema), 'items');
    if (!items) throw new Error('only a documented list can be streamed item by item');
    return items;
  }

  prepare(): void {
    void this.project;
    void this.validate;
  }
}

class AnswerHeader {
  #validate: ValidateFunction | undefined;

  constructor(
    readonly name: string,
    readonly isRequired: boolean,
    readonly schema: Located | undefined,
  ) {}

  /** Whether a header's text spells a value of its schema. */
  accepts(text: string): boolean {
    const type = this.schema && member(dereference(this.schema), 'type')?.value;
    return this.validate()?.(coerce(text, type === undefined ? [] : [type].flat())) ?? true;
  }

  validate(): ValidateFunction | undefined {
    return (this.#validate ??= this.schema && compileSchema(this.schema, 'output'));
  }
}

function readHeaders(at: Located): Map<string, AnswerHeader> {
  const headers = member(at, 'headers');
  const names = Object.keys(isObject(headers?.value) ? headers.value : {});
  return new Map(names.map((name) => {
    const header = dereference(member(headers!, name)!);
    return [name.toLowerCase(), new AnswerHeader(name, member(header, 'required')?.value === true, member(header, 'schema'))];
  }));
}

/** An operation's documented answers by status, and the one that its handler gives when it names none. */
export interface Answers {
  readonly byStatus: ReadonlyMap<number, Answer>;
  readonly success: Answer;
  /** Every media type of every answer: what `Accept` is held against. */
  readonly mediaTypes: readonly string[];
  readonly dialect: Dialect;
}

export function readAnswers(operation: Located, dialect: Dialect): Answers {
  const responses = member(operation, 'responses');
  const statuses = Object.keys(isObject(responses?.value) ? responses.value : {});
  const byStatus = new Map(statuses.map((status) => [Number(status), new Answer(Number(status), dereference(member(responses!, status)!))]));
  const success = [...byStatus.values()].find(({ status }) => status >= 200 && status < 400);
  if (!success) throw new DocumentError(operation, 'documents no success');
  const mediaTypes = [...new Set([...byStatus.values()].flatMap((answer) => answer.mediaTypes))];
  return { byStatus, success, mediaTypes, dialect };
}
