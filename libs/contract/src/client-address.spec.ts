import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.js';

const peer = { remoteAddress: '198.51.100.1' };
const from = (ip: string, socket: { remoteAddress?: string } = peer) => clientAddress({ ip, socket } as FastifyRequest);

describe('clientAddress', () => {
  it.each(['192.0.2.1', '2001:db8::1', '::1', '::ffff:c000:201'])('is %s as it stands', (ip) => {
    expect(from(ip)).toBe(ip);
  });

  it('is an IPv4 address where the socket takes IPv6 too', () => {
    expect(from('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(from('::FFFF:192.0.2.1')).toBe('192.0.2.1');
  });

  it('has no zone', () => {
    expect(from('fe80::1%eth0')).toBe('fe80::1');
  });

  it.each(['unknown', '', '_hidden', '192.0.2.1:4711', '[2001:db8::1]', "1' or '1", 'x'.repeat(9000)])(
    'is that of the nearest proxy when a proxy passes on %s', (ip) => {
      expect(from(ip)).toBe('198.51.100.1');
      expect(from(ip, { remoteAddress: '::ffff:198.51.100.1' })).toBe('198.51.100.1');
    },
  );

  it('is unknown when the connection is gone', () => {
    expect(from('', {})).toBe('unknown');
  });
});
