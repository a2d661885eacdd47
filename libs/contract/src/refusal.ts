import type { Json } from './document.js';
import type { Violation } from './schemas.js';

/**
 * An answer that refuses. Thrown by services through an API's catalogue (`<api>.errors.ts`), and by the runtime for what no
 * handler sees. Anything else that is thrown is a bug: 500, logged with its cause, nothing of it told.
 */
export class Refusal extends Error {
  readonly headers: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];
  /** The worded body, where an API's catalogue gave one; otherwise the API's dialect renders the detail. */
  readonly body: Json | undefined;

  constructor(
    readonly status: number,
    readonly detail?: string,
    more: { headers?: Record<string, string>; violations?: readonly Violation[]; body?: Json; cause?: unknown } = {},
  ) {
    super(detail ?? `refused with ${status}`, more.cause === undefined ? {} : { cause: more.cause });
    this.headers = more.headers ?? {};
    this.violations = more.violations ?? [];
    this.body = more.body;
  }

  static invalid(violation: Violation): Refusal {
    return new Refusal(400, violation.detail, { violations: [violation] });
  }
}
