import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { bindingOf } from './binding.js';
import type { Operation } from './operation.js';
import { Refusal } from './refusal.js';
import type { Alternative, SecurityScheme } from './security-schemes.js';
import type { Caller } from './typing.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation that the request was routed to, once the security guard has seen it. */
    operation: Operation | null;
    caller: Caller | undefined;
  }
}

/** Finds out who sent a credential of one security scheme. May throw a `Refusal` where a scheme has answers of its own. */
export interface Authenticator {
  /** `credential` is what the client sent for the scheme, without the scheme's word. Undefined: it opens nothing. */
  authenticate(credential: string): Caller | undefined | Promise<Caller | undefined>;
}

/** Marks a provider as the authenticator of a security scheme, by the scheme's name in the documents. */
export const Authenticates = DiscoveryService.createDecorator<string>();

/**
 * Lets a request in by its operation's `security`: one alternative must admit, and an alternative admits by all of its schemes.
 * It stands before everything else that looks at the request, and no byte of a body has been read when it runs.
 */
@Injectable()
export class SecurityGuard implements CanActivate {
  readonly #authenticators = new Map<string, Authenticator>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** The authenticators by their schemes. Two for one scheme are a fault that the boot check names. */
  discover(): [scheme: string, name: string][] {
    const found = this.discovery.getProviders({ metadataKey: Authenticates.KEY }).map((provider) => {
      const scheme = this.discovery.getMetadataByDecorator(Authenticates, provider) as string;
      this.#authenticators.set(scheme, provider.instance as Authenticator);
      return [scheme, String(provider.name)] as [string, string];
    });
    return found;
  }

  /** Without promises where an authenticator needs none, as each costs a request more than the look-up of its route. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const operation = bindingOf(context.getHandler())?.operation;
    if (!operation) return true;
    const request = context.getArgByIndex<FastifyRequest>(0);
    request.operation = operation;
    if (operation.security.length === 0) return true;
    const sole = soleScheme(operation);
    const caller = sole ? this.#callerOf(sole, request) : this.#callerOfAny(operation, request);
    if (!(caller instanceof Promise)) return letIn(request, caller);
    return caller.then((found) => letIn(request, found));
  }

  /** By far the most operations ask for one credential. */
  #callerOf(scheme: SecurityScheme, request: FastifyRequest): Caller | Promise<Caller> {
    const credential = scheme.read(request);
    if (credential === undefined) throw new Refusal(401);
    const caller = this.#authenticators.get(scheme.name)?.authenticate(credential);
    return caller instanceof Promise ? caller.then(known) : known(caller);
  }

  async #callerOfAny(operation: Operation, request: FastifyRequest): Promise<Caller | undefined> {
    let isOpen = false;
    let hasSent = false;
    for (const alternative of operation.security) {
      const credentials = alternative.map((name) => operation.document.schemes.get(name)?.read(request));
      if (credentials.includes(undefined)) await fillFromBody(credentials, alternative, operation, request);
      hasSent ||= credentials.some((credential) => credential !== undefined);
      if (alternative.length === 0) isOpen = true;
      else if (!credentials.includes(undefined)) {
        const callers = await Promise.all(alternative.map((name, index) => this.#authenticators.get(name)?.authenticate(credentials[index]!)));
        if (!callers.includes(undefined)) return callers[0];
      }
    }
    // Whoever sends a credential means to be known: a wrong one is refused even where none is needed.
    if (isOpen && !hasSent) return undefined;
    throw new Refusal(401);
  }
}

function letIn(request: FastifyRequest, caller: Caller | undefined): true {
  request.caller = caller;
  return true;
}

function known(caller: Caller | undefined): Caller {
  if (!caller) throw new Refusal(401);
  return caller;
}

function soleScheme({ security: [alternative, ...others], document }: Operation): SecurityScheme | undefined {
  const scheme = others.length === 0 && alternative?.length === 1 ? document.schemes.get(alternative[0]!) : undefined;
  return scheme?.fallback === undefined ? scheme : undefined;
}

/** The body is read before anybody is let in only for a scheme that looks there, and never beyond the operation's limit. */
async function fillFromBody(
  credentials: (string | undefined)[], alternative: Alternative, operation: Operation, request: FastifyRequest,
): Promise<void> {
  for (const [index, name] of alternative.entries()) {
    const fallback = operation.document.schemes.get(name)?.fallback;
    if (credentials[index] === undefined && fallback !== undefined) {
      credentials[index] = await operation.input.body?.peek(request.raw, fallback);
    }
  }
}
