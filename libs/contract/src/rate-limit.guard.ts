import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { InjectThrottlerOptions, InjectThrottlerStorage, type ThrottlerModuleOptions, ThrottlerStorage } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientAddress } from './client-address.js';
import type { RateLimit } from './rate-limit.js';
import { Refusal } from './refusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Counts the request where a limit's key stands in the body; the body's reader calls it once the body is known to be valid. */
    countBody: ((body: unknown) => Promise<void>) | undefined;
  }
}

/** Counts requests as the operation's `x-rate-limit` says, after the security guard and before anything is validated. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  readonly #isLifted: (context: ExecutionContext) => boolean;

  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {
    this.#isLifted = (!Array.isArray(options) && options.skipIf) || (() => false);
  }

  /** Not throttler's own guard, which has limits by handler and a promise for each: these are the document's. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.getArgByIndex<FastifyRequest>(0);
    const reply = context.getArgByIndex<FastifyReply>(1);
    const limits = request.operation?.limits ?? [];
    if (limits.length === 0) return true;
    if (!this.#isLifted(context)) return this.#countAll(limits, request, reply);
    for (const limit of limits) tell(reply, limit, limit.limit, 0);
    return true;
  }

  async #countAll(limits: readonly RateLimit[], request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    for (const limit of limits) {
      const { key } = limit;
      const { countBody } = request;
      if (typeof key === 'string') await this.#count(reply, limit, whoSends(request, key));
      else request.countBody = async (body) => {
        await countBody?.(body);
        await this.#count(reply, limit, whatIsSaid(body, key.member));
      };
    }
    return true;
  }

  async #count(reply: FastifyReply, limit: RateLimit, who: string): Promise<void> {
    const { scope, windowMs, algorithm } = limit;
    const { isBlocked, totalHits, timeToExpire } = await this.storage.increment(
      `${scope} ${who}`, windowMs, limit.limit, windowMs, algorithm,
    );
    tell(reply, limit, isBlocked ? -1 : limit.limit - totalHits, timeToExpire);
    if (isBlocked) throw new Refusal(429, undefined, { headers: { 'retry-after': String(Math.ceil(timeToExpire / 1000)) } });
  }
}

function whoSends(request: FastifyRequest, key: 'caller' | 'address'): string {
  const caller = key === 'caller' ? request.caller : undefined;
  return caller ? `account ${caller.account}` : `address ${clientAddress(request)}`;
}

/** Case is folded, as it makes no other person of an address or a name. */
const whatIsSaid = (body: unknown, member: string): string =>
  `${member} ${String((body as Record<string, unknown>)[member]).toLowerCase()}`;

/** The three headers, with the time until the next request is free; of several limits, those of the one with the least left. */
function tell(reply: FastifyReply, { headers, limit, resetUnit }: RateLimit, left: number, waitMs: number): void {
  const remaining = Math.max(0, left);
  if (left >= 0 && Number(reply.getHeader(headers.remaining) ?? Infinity) < remaining) return;
  reply.header(headers.limit, limit);
  reply.header(headers.remaining, remaining);
  reply.header(headers.reset, resetUnit === 'seconds' ? Math.ceil(waitMs / 1000) : waitMs);
}
