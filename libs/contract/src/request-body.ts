import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { isObject, type Located, member, membersOf } from './document.js';
import { parseForm, parseMultipart } from './forms.js';
import { charsetOf, documentedType, mediaTypeOf } from './media.js';
import { type Projection, projectionAt } from './projection.js';
import { Refusal } from './refusal.js';
import { type Validator, validatorAt } from './schemas.js';
import { typesOf } from './shapes.js';
import { findUnstorable, tooDeep } from './unstorable.js';

const defaultMaxBytes = 1024 * 1024;

type Parse = (bytes: Buffer, contentType: string) => unknown;
interface Parsed {
  readonly media: Media;
  readonly body: unknown;
}
interface Media {
  readonly parse: Parse;
  /** Undefined where the handler does it. */
  readonly validator: Validator | undefined;
  readonly project: Projection;
}

/** An operation's request body: read up to its limit, parsed by its media type, validated, cut to its documented members. */
export class RequestBody {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  readonly #required: boolean;
  /** As what a body without a content type is read. */
  readonly #untyped: string;
  readonly #media = new Map<string, Media>();
  readonly #peeked = new WeakMap<IncomingMessage, Promise<Parsed | undefined>>();

  constructor(at: Located, root: Located) {
    const isCheckedByHandler = member(at, 'x-checked-by')?.value === 'handler';
    // A handler that checks also says what it misses.
    this.#required = member(at, 'required')?.value === true && !isCheckedByHandler;
    this.#untyped = String(member(at, 'x-untyped')?.value ?? '');
    const maxBytes = (member(at, 'x-max-body-bytes') ?? member(root, 'x-max-body-bytes'))?.value;
    this.maxBytes = typeof maxBytes === 'number' ? maxBytes : defaultMaxBytes;
    for (const [type, media] of membersOf(member(at, 'content'))) {
      const schema = member(media, 'schema');
      this.#media.set(type.toLowerCase(), {
        parse: parserOf(type, schema),
        validator: isCheckedByHandler ? undefined : schema && validatorAt(schema),
        project: schema ? projectionAt(schema, 'input') : (body) => body,
      });
    }
    this.mediaTypes = [...this.#media.keys()];
  }

  get validators(): Validator[] {
    return [...this.#media.values()].flatMap(({ validator }) => validator ?? []);
  }

  /** Throws 400, 413 or 415. A body that may be missing and is gives undefined. */
  async read(request: IncomingMessage): Promise<unknown> {
    const parsed = await (this.#peeked.get(request) ?? this.#parse(request));
    if (!parsed) return undefined;
    try {
      return admit(parsed);
    } catch (cause) {
      // A schema that refers to itself is followed as deep as the body goes, and the stack ends before a body does.
      throw cause instanceof RangeError ? Refusal.invalid(tooDeep) : cause;
    }
  }

  /** A text at the body's top level, before the body is read: whatever is wrong with the body, only reading it tells. */
  async peek(request: IncomingMessage, name: string): Promise<string | undefined> {
    const parsing = this.#peeked.get(request) ?? this.#parse(request);
    this.#peeked.set(request, parsing);
    const body = await parsing.then((parsed) => parsed?.body, () => undefined);
    const value = isObject(body) && Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  }

  async #parse(request: IncomingMessage): Promise<Parsed | undefined> {
    const { 'content-type': contentType, 'content-length': length, 'transfer-encoding': transfer, 'content-encoding': coding } = request.headers;
    const isEmpty = transfer === undefined && (length === undefined || length === '0');
    if (isEmpty && !this.#required) return undefined;
    const media = this.#mediaFor(contentType, isEmpty);
    if (coding !== undefined && coding.toLowerCase() !== 'identity') throw new Refusal(415, `Content-Encoding ${coding} is not supported`);
    if (Number(length) > this.maxBytes) throw this.#tooLarge();
    const bytes = isEmpty ? Buffer.alloc(0) : await this.#collect(request);
    if (bytes.length === 0 && !this.#required) return undefined;
    return { media, body: await media.parse(bytes, contentType ?? '') };
  }

  #mediaFor(contentType: string | undefined, isEmpty: boolean): Media {
    const type = documentedType(mediaTypeOf(contentType) || this.#untyped, this.mediaTypes) ?? (isEmpty ? this.mediaTypes[0] : undefined);
    const charset = charsetOf(contentType);
    const media = type === undefined ? undefined : this.#media.get(type);
    if (!media || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii')) {
      throw new Refusal(415, `Content-Type must be ${this.mediaTypes.join(' or ')}`);
    }
    return media;
  }

  #collect(request: IncomingMessage): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const cutOff = (cause?: unknown) => reject(new Refusal(400, 'The body was cut off', { cause }));
      // The client may have gone while the guards were asking who it is; then nothing more is heard of the body.
      if (request.destroyed) return cutOff();
      const chunks: Buffer[] = [];
      let size = 0;
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= this.maxBytes) return chunks.push(chunk);
        // What comes after the limit is let by unread, so that the client can still read the refusal.
        chunks.length = 0;
        reject(this.#tooLarge());
      });
      request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
      request.on('error', cutOff);
    });
  }

  #tooLarge(): Refusal {
    return new Refusal(413, `The body is larger than ${this.maxBytes} bytes`);
  }
}

function admit({ media: { validator, project }, body }: Parsed): unknown {
  const broken = validator?.violationOf(body, '/body');
  if (broken) throw Refusal.invalid(broken);
  const kept = project(body);
  const unstorable = findUnstorable(kept, '/body');
  if (unstorable) throw Refusal.invalid(unstorable);
  return kept;
}

function parserOf(type: string, schema: Located | undefined): Parse {
  const schemas = schema ? [schema] : [];
  if (type === 'application/x-www-form-urlencoded') return (bytes) => parseForm(textOf(bytes), schemas);
  if (type === 'multipart/form-data') return (bytes, contentType) => parseMultipart(bytes, contentType, schemas);
  if (type.includes('json')) return (bytes) => parseJson(textOf(bytes));
  return schema && typesOf(schema).includes('string') ? textOf : (bytes) => bytes;
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
