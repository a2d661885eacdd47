import { describe, expect, it } from 'vitest';
import { clientOf } from './clients.js';

describe('clientOf', () => {
  it.each(['', 'yaak', 'Mozilla/5.0 (X11)\t~!', 'x'.repeat(255)])('keeps the user agent %j', (userAgent) => {
    expect(clientOf('192.0.2.1', userAgent)).toEqual({ address: '192.0.2.1', userAgent });
  });

  it('cuts a user agent off after 255 characters', () => {
    expect(clientOf('::1', 'x'.repeat(300)).userAgent).toBe('x'.repeat(255));
  });

  it.each([undefined, 'Bücher', '\u0080', 'x'.repeat(255) + 'ü'])('calls %j unknown', (userAgent) => {
    expect(clientOf('::1', userAgent).userAgent).toBe('unknown');
  });
});
