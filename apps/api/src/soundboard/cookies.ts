/** What a cookie is besides its name and value. Every cookie of ours is hidden from scripts and stays with its site. */
export interface CookieOptions {
  readonly path: string;
  /** 0 ends the cookie. */
  readonly maxAgeSeconds: number;
  /** Whether browsers may send it over https only. */
  readonly isSecure: boolean;
}

/** The value of a `Set-Cookie` header (RFC 6265, section 4.1). The value has to be one that needs no quoting. */
export function cookie(name: string, value: string, { path, maxAgeSeconds, isSecure }: CookieOptions): string {
  const secure = isSecure ? '; Secure' : '';
  return `${name}=${value}; Max-Age=${maxAgeSeconds}; Path=${path}; HttpOnly; SameSite=Lax${secure}`;
}
