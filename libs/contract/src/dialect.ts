import { STATUS_CODES } from 'node:http';
import { isObject, type Json, type JsonObject } from './document.js';

/** What an error says, in the terms that every dialect is written from. */
export interface ErrorFacts {
  readonly status: number;
  /** A sentence for the person who reads the answer. */
  readonly detail: string;
}

/** RFC 9457 problem details, which every API answers to `Accept: application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';

/** The one error shape of an API, as its document's `x-error-dialect` gives it. */
export class Dialect {
  /** The `Content-Type` of errors in this shape. */
  readonly contentType: string;
  /** By how many spaces the levels of the API's JSON are indented, answers included; undefined for none. */
  readonly indent: number | undefined;
  readonly #shape: Json;
  /** Shapes of statuses that the API words otherwise. */
  readonly #shapes: JsonObject;
  readonly #details: JsonObject;

  constructor(extension: Json | undefined, indent?: Json) {
    const dialect = isObject(extension) ? extension : {};
    this.indent = typeof indent === 'number' ? indent : undefined;
    this.#shape = dialect['shape'] ?? { status: '{status}', error: '{title}' };
    this.#shapes = isObject(dialect['shapes']) ? dialect['shapes'] : {};
    this.contentType = typeof dialect['content-type'] === 'string' ? dialect['content-type'] : 'application/json';
    this.#details = isObject(dialect['details']) ? dialect['details'] : {};
  }

  /** The text for a failure that no handler worded. */
  detailOf(status: number): string {
    const detail = this.#details[String(status)];
    return typeof detail === 'string' ? detail : titleOf(status);
  }

  /** The API's historical body for an error. */
  render({ status, detail }: ErrorFacts): Json {
    const title = titleOf(status);
    return fill(this.#shapeOf(status), { status, title, detail, reason: this.detailOf(status), code: title.replaceAll(/\W+/g, '') });
  }

  /** What a worded body says in a sentence: the text at the shape's `{detail}` or `{reason}`, else the status's title. */
  detailIn(body: Json | undefined, status: number): string {
    return findDetail(this.#shapeOf(status), body) ?? titleOf(status);
  }

  #shapeOf(status: number): Json {
    return this.#shapes[String(status)] ?? this.#shape;
  }
}

function fill(template: Json, values: Readonly<Record<string, string | number>>): Json {
  if (typeof template === 'string') {
    const whole = /^\{(\w+)\}$/.exec(template)?.[1];
    if (whole !== undefined) return values[whole] ?? template;
    return template.replaceAll(/\{(\w+)\}/g, (text, name: string) => String(values[name] ?? text));
  }
  if (Array.isArray(template)) return template.map((item: Json) => fill(item, values));
  if (!isObject(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([name, item]) => [name, fill(item ?? null, values)]));
}

function findDetail(template: Json, body: Json | undefined): string | undefined {
  if (template === '{detail}' || template === '{reason}') return typeof body === 'string' ? body : undefined;
  if (!isObject(template) || !isObject(body)) return undefined;
  for (const [name, item] of Object.entries(template)) {
    const found = findDetail(item ?? null, body[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
