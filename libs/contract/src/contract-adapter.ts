import { type IncomingMessage, maxHeaderSize } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Apis } from './apis.js';
import { Conformance, type Breach } from './conformance.js';
import { refuse, respond } from './respond.js';
import { Refusal } from './refusal.js';

export interface ContractAdapterOptions {
  /** Whose `X-Forwarded-*` to believe, as Fastify takes it. */
  trustProxy?: boolean | string | string[] | ((address: string, hop: number) => boolean);
  /** Whether an answer that its document does not know throws (tests, development) or is logged and counted. */
  isStrict: boolean;
  onBreach?: (breach: Breach) => void;
}

export interface KnownRoute {
  readonly method: string;
  readonly url: string;
}

/**
 * Nest's Fastify adapter, with what a contract needs of HTTP: paths that match as the originals match them, bodies that stay
 * unread until the guards have spoken, answers through the document, and 404, 405 and CORS from the documents' paths.
 */
export class ContractAdapter extends FastifyAdapter {
  readonly conformance: Conformance;
  /** Every route that was registered, for the boot check. */
  readonly routes: KnownRoute[] = [];
  apis = new Apis([]);

  constructor({ trustProxy = false, isStrict, onBreach }: ContractAdapterOptions) {
    super({
      trustProxy,
      rewriteUrl: ({ url }: IncomingMessage) => this.apis.withoutSuffix(normalizePath(url ?? '/')),
      // No longer than Node.js lets a request line be; how long a parameter may be, its schema says.
      routerOptions: { ignoreTrailingSlash: true, maxParamLength: maxHeaderSize },
      // What the router cannot read, such as `%ff`, is a path that does not exist.
      frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => this.refuse(request, reply, new Refusal(404)),
      // As long as Node.js itself would wait, where Fastify would wait for a slow body forever.
      requestTimeout: 300_000,
      // Nothing here is Express middleware, and asking for some costs every request its share.
      skipMiddie: true,
    });
    this.conformance = new Conformance(isStrict, onBreach);
    const fastify = this.getInstance();
    fastify.decorateRequest('operation', null);
    fastify.decorateRequest('caller', undefined);
    fastify.decorateRequest('countBody', undefined);
    this.#keepRoutes(fastify);
    fastify.addHook('onRequest', (request, reply, done) => {
      if (request.headers.origin !== undefined && !this.apis.isSameOrigin(pathOf(request))) allowOrigin(reply, this.exposedHeaders);
      done();
    });
    // To Fastify no method has a body. It would look at the content type, if not at more, before anybody is asked who sends it.
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      fastify.addHttpMethod(method, { hasBody: false, overrideExisting: true });
    }
  }

  /** Notes every route for the boot check. The router would end the start at two for one path, with no word of whose they are. */
  #keepRoutes(fastify: FastifyInstance): void {
    const route = fastify.route.bind(fastify);
    fastify.route = (options) => (fastify.hasRoute({ method: String(options.method), url: options.url }) ? fastify : route(options));
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const name of [method].flat()) this.routes.push({ method: name, url });
    });
  }

  /** Any web page may read these; no page is given credentials by the browser. */
  get exposedHeaders(): string {
    const names = this.apis.operations.flatMap(({ answers }) => [...answers.byStatus.values()].flatMap((answer) => [...answer.headers.keys()]));
    const exposed = [...new Set(names)].sort().join(', ');
    Object.defineProperty(this, 'exposedHeaders', { value: exposed });
    return exposed;
  }

  override reply(...[reply, body, status]: Parameters<FastifyAdapter['reply']>): ReturnType<FastifyAdapter['reply']> {
    const operation = 'request' in reply ? reply.request.operation : null;
    return operation ? respond(reply as FastifyReply, operation, body, this.conformance) : super.reply(reply, body, status);
  }

  /** Nest's own handler speaks for no API; ours knows the documents' paths. */
  override setNotFoundHandler(): ReturnType<FastifyAdapter['setNotFoundHandler']> {
    return this.getInstance().setNotFoundHandler((request, reply) => this.#unserved(request, reply));
  }

  refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void {
    const dialect = request.operation?.document.dialect ?? this.apis.dialectAt(pathOf(request));
    refuse(request, reply, refusal, dialect, this.conformance);
  }

  #unserved(request: FastifyRequest, reply: FastifyReply): void {
    const methods = this.apis.methodsAt(pathOf(request));
    const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (isPreflight && methods.length > 0 && !this.apis.isSameOrigin(pathOf(request))) {
      void reply.code(204).headers(preflight(methods, this.apis.headersAt(pathOf(request)))).send();
    } else if (methods.length > 0 && !methods.includes(request.method)) {
      this.refuse(request, reply, new Refusal(405, undefined, { headers: { allow: methods.join(', ') } }));
    } else this.refuse(request, reply, new Refusal(404));
  }
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0]!;

function allowOrigin(reply: FastifyReply, exposed: string): void {
  reply.header('access-control-allow-origin', '*');
  if (exposed !== '') reply.header('access-control-expose-headers', exposed);
}

const preflight = (methods: readonly string[], headers: readonly string[]): Record<string, string> => ({
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers': headers.join(', '),
  'access-control-max-age': '3600',
});

/**
 * Writes the characters that a path may hold as they are (RFC 3986, `pchar`) literally, so that `/users/%40me` is the
 * path `/users/@me`. A slash, a percent sign and what is no `pchar` stay encoded.
 */
function normalizePath(url: string): string {
  if (!url.includes('%')) return url;
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  return path.replaceAll(/%([2-7][0-9a-f])/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w\-.~!$&'()*+,;=:@]/.test(character) ? character : encoded;
  }) + (end < 0 ? '' : url.slice(end));
}
