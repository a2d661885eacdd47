import { type Client, type ClientOptions, createClient } from './client.js';
import type { operations } from './generated/coding.js';
import { prefix, routes } from './generated/coding.routes.js';

export { ApiError } from './client.js';

/** The coding-time API: heartbeats, sessions, friends. `token` is what registering or logging in answered. */
export function coding({ baseUrl, token }: { baseUrl: string; token?: string }): Client<operations> {
  const options: ClientOptions = token === undefined ? { baseUrl } : { baseUrl, authorization: `Bearer ${token}` };
  return createClient<operations>(prefix, routes, options);
}
