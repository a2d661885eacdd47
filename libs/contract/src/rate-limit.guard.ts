import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimit } from './rate-limit.js';
import { Refusal } from './refusal.js';

/** Counts requests as the operation's `x-rate-limit` says, after the security guard and before anything is validated. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.getArgByIndex<FastifyRequest>(0);
    const limit = request.operation?.limit;
    if (!limit) return true;
    const reply = context.getArgByIndex<FastifyReply>(1);
    if (this.commonOptions.skipIf?.(context)) {
      tell(reply, limit, limit.limit, 0);
      return true;
    }
    const record = await this.storageService.increment(
      await this.#keyOf(request, limit), limit.windowMs, limit.limit, limit.windowMs, limit.algorithm,
    );
    const { isBlocked, totalHits, timeToExpire } = record;
    tell(reply, limit, Math.max(0, limit.limit - totalHits), timeToExpire);
    if (isBlocked) throw new Refusal(429, undefined, { headers: { 'retry-after': String(Math.ceil(timeToExpire / 1000)) } });
    return true;
  }

  async #keyOf(request: FastifyRequest, { key, scope }: RateLimit): Promise<string> {
    const caller = key === 'caller' ? request.caller : undefined;
    return caller ? `${scope} account ${caller.account}` : `${scope} address ${await this.getTracker(request)}`;
  }
}

/** The three headers, with the time until the next request is free. */
function tell(reply: FastifyReply, { headers, limit, resetUnit }: RateLimit, remaining: number, waitMs: number): void {
  reply.header(headers.limit, limit);
  reply.header(headers.remaining, remaining);
  reply.header(headers.reset, resetUnit === 'seconds' ? Math.ceil(waitMs / 1000) : waitMs);
}
