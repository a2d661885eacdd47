import { randomBytes } from 'node:crypto';

/** The 62 characters `A-Za-z0-9`; 21 of them carry 125 bits. */
export const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A random string of so many characters of the alphabet (of 1 to 256 single-unit characters), each equally likely. */
export function randomSecret(length: number, alphabet: string = alphanumeric): string {
  if (alphabet.length < 1 || alphabet.length > 256) throw new RangeError('An alphabet has 1 to 256 characters');
  // A byte beyond the largest multiple of the alphabet's length would favour its first characters.
  const limit = 256 - (256 % alphabet.length);
  let secret = '';
  while (secret.length < length) {
    for (const byte of randomBytes(length - secret.length)) {
      if (byte < limit) secret += alphabet.charAt(byte % alphabet.length);
    }
  }
  return secret;
}
