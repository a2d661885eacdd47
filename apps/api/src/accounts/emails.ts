import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/**
 * What makes two addresses one: case does not count. Undefined for a text that has the pattern of the document and
 * still is no address, because its domain is none.
 */
export function emailKey(email: string): string | undefined {
  const key = email.toLowerCase();
  // Lower case can be longer: one character of Turkish becomes two.
  return key.length <= 255 && isDomain(key.slice(key.lastIndexOf('@') + 1)) ? key : undefined;
}

/** A name of labels, in whatever script can be written as such labels (RFC 5891), or an IP address in brackets. */
function isDomain(domain: string): boolean {
  if (domain.startsWith('[')) return isIP(domain.slice(1, -1)) > 0;
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  const name = new RegExp(`^${label}(?:\\.${label})*$`);
  return name.test(domain) || name.test(domainToASCII(domain));
}
