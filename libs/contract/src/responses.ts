import { STATUS_CODES } from 'node:http';
import type { Dialect } from './dialect.js';
import { dereference, DocumentError, type Located, member, membersOf } from './document.js';
import { mediaTypeOf } from './media.js';
import { coerce } from './parameters.js';
import { type Projection, projectionAt } from './projection.js';
import { type Validator, validatorAt } from './schemas.js';
import { schemasOfItems, typesOf } from './shapes.js';

/** One documented status of an operation: what its body and headers may be. */
export class Answer {
  readonly mediaTypes: readonly string[];
  readonly headers: ReadonlyMap<string, AnswerHeader>;
  readonly #bodies: ReadonlyMap<string, AnswerBody>;

  constructor(
    readonly status: number,
    at: Located,
  ) {
    this.#bodies = new Map(membersOf(member(at, 'content')).map(([type, media]) =>
      [mediaTypeOf(type), new AnswerBody(contentTypeOf(type), member(media, 'schema'))]));
    this.mediaTypes = [...this.#bodies.keys()];
    this.headers = new Map(membersOf(member(at, 'headers')).map(([name, header]) =>
      [name.toLowerCase(), new AnswerHeader(dereference(header))]));
  }

  body(mediaType: string): AnswerBody | undefined {
    return this.#bodies.get(mediaType);
  }

  /** Whether a body may be read while it is sent: a list, or what is neither JSON nor text. */
  get canStream(): boolean {
    return [...this.#bodies.values()].some(({ isList, isJson, contentType }) => isList || !(isJson || contentType.startsWith('text/')));
  }

  get validators(): Validator[] {
    return [...this.#bodies.values(), ...this.headers.values()].flatMap(({ validator }) => validator ?? []);
  }
}

const contentTypeOf = (type: string): string =>
  type.startsWith('text/') && !type.includes('charset') ? `${type}; charset=utf-8` : type;

/** One media type of an answer. */
export class AnswerBody {
  readonly validator: Validator | undefined;
  #project: Projection | undefined;
  #item: { validator: Validator; project: Projection } | undefined;

  constructor(
    /** The `Content-Type` to send: the type as the document writes it, with the charset of text. */
    readonly contentType: string,
    readonly schema: Located | undefined,
  ) {
    this.validator = schema && validatorAt(schema);
  }

  get isJson(): boolean {
    return this.contentType.includes('json');
  }

  get isList(): boolean {
    return this.isJson && this.schema !== undefined && typesOf(this.schema).includes('array');
  }

  get project(): Projection {
    return (this.#project ??= this.schema ? projectionAt(this.schema, 'output') : (value) => value);
  }

  /** For lists that are sent as they are read: what holds for one item. */
  get item(): { readonly validator: Validator; readonly project: Projection } {
    return (this.#item ??= this.#readItem());
  }

  #readItem(): { validator: Validator; project: Projection } {
    const [items] = this.schema ? schemasOfItems(this.schema) : [];
    if (!items) throw new Error('only a documented list can be sent item by item');
    return { validator: validatorAt(items), project: projectionAt(items, 'output') };
  }
}

class AnswerHeader {
  readonly isRequired: boolean;
  readonly validator: Validator | undefined;
  readonly #types: ReturnType<typeof typesOf>;

  constructor(at: Located) {
    const schema = member(at, 'schema');
    this.isRequired = member(at, 'required')?.value === true;
    this.validator = schema && validatorAt(schema);
    this.#types = schema ? typesOf(schema) : [];
  }

  /** Whether a header's text spells a value of its schema; or its texts, where it is sent several times. */
  accepts(sent: number | string | readonly string[]): boolean {
    return this.validator?.accepts(Array.isArray(sent) ? sent : coerce(String(sent), this.#types)) ?? true;
  }
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
  const responses = membersOf(member(operation, 'responses'));
  for (const [status, at] of responses) {
    if (STATUS_CODES[status] === undefined) throw new DocumentError(at, `${status} is no HTTP status`);
  }
  const all = responses.map(([status, at]) => new Answer(Number(status), dereference(at)));
  const success = all.find(({ status }) => status >= 200 && status < 400);
  if (!success) throw new DocumentError(operation, 'documents no success');
  return {
    byStatus: new Map(all.map((answer) => [answer.status, answer])),
    success,
    mediaTypes: [...new Set(all.flatMap((answer) => answer.mediaTypes))],
    dialect,
  };
}
