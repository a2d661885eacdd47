import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * The client's IP address, bare, as far as the proxies between are trusted. A proxy can pass on whatever text it was
 * sent; what is no address is not believed, and the nearest proxy stands for the client.
 */
export function clientAddress(request: FastifyRequest): string {
  const address = isIP(request.ip) ? request.ip : (request.socket.remoteAddress ?? 'unknown');
  // A socket that takes IPv6 and IPv4 writes the latter as ::ffff:192.0.2.1; a zone is known on this machine only.
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*/, '');
}
