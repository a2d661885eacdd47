/** Where a request comes from, as a session remembers it. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
}

/** `userAgent` is the header, or undefined without one. */
export function clientOf(address: string, userAgent: string | undefined): Client {
  return { address, userAgent: isAscii(userAgent) ? userAgent.slice(0, 255) : 'unknown' };
}

const isAscii = (text: string | undefined): text is string => text !== undefined && /^[\t -~]*$/.test(text);
