import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { dereference, isObject, type Located, member } from './document.js';
import { parseForm, parseMultipart } from './forms.js';
import { charsetOf, documentedType, mediaTypeOf } from './media.js';
import { compileProjection, type Projection } from './projection.js';
import { Refusal } from './refusal.js';
import { compileSchema, findUnstorable, violationOf } from './schemas.js';

const defaultMaxBytes = 1024 * 1024;

type Parse = (bytes: Buffer, contentType: string) => unknown;
interface Media {
  readonly parse: Parse;
  readonly validate: ValidateFunction;
  readonly project: Projection;
}

/** An operation's request body: read up to its limit, parsed by its media type, validated, cut to its documented members. */
export class RequestBody {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  readonly #required: boolean;
  readonly #media = new Map<string, Media>();

  constructor(at: Located, root: Located) {
    const content = member(at, 'content');
    this.#required = member(at, 'required')?.value === true;
    const maxBytes = (member(at, 'x-max-body-bytes') ?? member(root, 'x-max-body-bytes'))?.value;
    this.maxBytes = typeof maxBytes === 'number' ? maxBytes : defaultMaxBytes;
    for (const type of Object.keys(isObject(content?.value) ? content.value : {})) {
      const schema = member(content!, type, 'schema') ?? member(content!, type)!;
      this.#media.set(type.toLowerCase(), {
        parse: parserOf(type, schema),
        validate: compileSchema(schema, 'input'),
        project: compileProjection(schema, 'input'),
      });
    }
    this.mediaTypes = [...this.#media.keys()];
  }

  /** Throws 400, 413 or 415. A body that may be missing and is gives undefined. */
  async read(request: IncomingMessage): Promise<unknown> {
    const { 'content-type': contentType, 'content-length': length, 'transfer-encoding': transfer, 'content-encoding': coding } = request.headers;
    const isEmpty = transfer === undefined && (length === undefined || length === '0');
    if (isEmpty && !this.#required) return undefined;
    const media = this.#mediaFor(contentType, isEmpty);
    if (coding !== undefined && coding !== 'identity') throw new Refusal(415, `Content-Encoding ${coding} is not supported`);
    if (Number(length) > this.maxBytes) throw this.#tooLarge();
    const bytes = isEmpty ? Buffer.alloc(0) : await this.#collect(request);
    const body = await media.parse(bytes, contentType ?? '');
    if (!media.validate(body)) throw Refusal.invalid(violationOf(media.validate, 'body'));
    const kept = media.project(body);
    const unstorable = findUnstorable(kept, '/body');
    if (unstorable !== undefined) {
      throw Refusal.invalid({ pointer: unstorable, detail: `${unstorable.slice(1)} holds text that cannot be kept: a NUL or half a surrogate pair` });
    }
    return kept;
  }

  #mediaFor(contentType: string | undefined, isEmpty: boolean): Media {
    const type = documentedType(mediaTypeOf(contentType), this.mediaTypes) ?? (isEmpty ? this.mediaTypes[0] : undefined);
    const charset = charsetOf(contentType);
    const media = type === undefined ? undefined : this.#media.get(type);
    if (!media || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii')) {
      throw new Refusal(415, `Content-Type must be ${this.mediaTypes.join(' or ')}`);
    }
    return media;
  }

  #collect(request: IncomingMessage): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
        // What comes after the limit is let by unread, so that the client can still read the refusal.
        if (size > this.maxBytes) reject(this.#tooLarge());
        else chunks.push(chunk);
      });
      request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
      request.on('error', (cause) => reject(new Refusal(400, 'The body was cut off', { cause })));
    });
  }

  #tooLarge(): Refusal {
    return new Refusal(413, `The body is larger than ${this.maxBytes} bytes`);
  }
}

function parserOf(type: string, schema: Located): Parse {
  if (type === 'application/x-www-form-urlencoded') return (bytes) => parseForm(textOf(bytes), schema);
  if (type === 'multipart/form-data') return (bytes, contentType) => parseMultipart(bytes, contentType, schema);
  if (type.includes('json')) return (bytes) => parseJson(textOf(bytes));
  const { value } = dereference(schema);
  return isObject(value) && value['type'] === 'string' ? textOf : (bytes) => bytes;
}

function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw Refusal.invalid({ pointer: '/body', detail: 'The body is not valid UTF-8' });
  return bytes.toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw Refusal.invalid({ pointer: '/body', detail: text === '' ? 'A body is required' : 'The body is not valid JSON' });
  }
}
