import { expect } from 'vitest';
import { administer } from '../../apps/api/src/admin/program.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { type Answer, type Request, send } from './http.js';
import { Stage } from './stage.js';

export interface Session {
  readonly id: string;
  readonly user_id: string;
  readonly created_at: number;
  readonly accessed_at: number;
  readonly ip_address: string;
  readonly user_agent: string;
}

/** Somebody who is registered, with the session of the registration. */
export interface Person {
  readonly email: string;
  readonly session: Session;
  readonly authorization: string;
}

/** What an error says: its status, its reason, and for problem details what it says in particular. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly pointer?: string;
}

export const password = 'correct horse battery';
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const badRequest = (detail: string, pointer?: string): Refused =>
  ({ status: 400, code: 'BadRequest', message: 'Bad request', detail, ...(pointer !== undefined && { pointer }) });
export const unauthorized: Refused = { status: 401, code: 'Unauthorized', message: 'Unauthorized' };
export const invalidPassword: Refused = { status: 401, code: 'InvalidPassword', message: 'Invalid password' };
export const sessionNotFound: Refused = { status: 404, code: 'SessionNotFound', message: 'Session not found' };
export const inviteNotFound: Refused = { status: 404, code: 'InviteNotFound', message: 'Invite not found' };
export const emailAlreadyInUse: Refused = { status: 409, code: 'EmailAlreadyInUse', message: 'Email already in use' };

/** What goes along with a registration, and where it goes. */
interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

/** A stage on which people have accounts. */
export class AccountsStage extends Stage {
  readonly api = 'accounts';
  #count = 0;

  /** An e-mail address that nobody has. */
  freshEmail(): string {
    return `person.${(this.#count += 1)}@example.org`;
  }

  register(more: object = {}, { headers = {}, url = this.url }: Sending = {}): Promise<Answer> {
    const json = { name: 'Aino', email: this.freshEmail(), password, ...more };
    return send(url, { method: 'POST', path: '/v1/user', json, headers });
  }

  /** Registers somebody nobody else knows. */
  async person(more: object = {}): Promise<Person> {
    const email = this.freshEmail();
    const answer = await this.register({ email, ...more });
    expect(answer).toMatchObject({ status: 201 });
    return { ...this.signedIn(answer), email };
  }

  /** Runs the operator's command line on the database; rejects when it fails. */
  async admin(...args: readonly string[]): Promise<string> {
    let written = '';
    let said = '';
    const code = await administer(args, {
      settings: () => readSettings({ DATABASE_URL: this.databaseUrl }),
      write: (text) => void (written += text),
      remark: (text) => void (said += text),
    });
    if (code !== 0) throw new Error(said);
    return written;
  }

  async invite(...options: readonly string[]): Promise<string> {
    const code = await this.admin('invite', 'create', ...options);
    return code.trim();
  }

  /** How many rows each of the tables has. */
  async rowsOf(tables: readonly string[]): Promise<number[]> {
    const counting = tables.map((table) => this.sql<{ n: number }>(`select count(*) as n from ${table}`));
    const counts = await Promise.all(counting);
    return counts.map(([row]) => Number(row?.n));
  }

  signedIn({ body }: Answer): Omit<Person, 'email'> {
    const session = body as Session;
    return { session, authorization: `Bearer ${session.id}` };
  }

  signIn(email: string, more: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post('/v1/auth', { json: { email, password, ...more }, headers });
  }

  /** Sends a request that is refused, as a usual client and as one that asks for problem details. */
  async refuses(request: Request, refused: Refused, url = this.url): Promise<void> {
    const { status, code, message, detail = message, pointer } = refused;
    const plain = await send(url, request);
    expect([plain.status, plain.body]).toEqual([status, { code, message }]);
    expect(plain.headers['content-type']).toBe('application/json');
    expect(plain.headers['www-authenticate']).toBe(status === 401 ? 'Bearer realm="guildhall"' : undefined);
    const headers = { ...request.headers, accept: 'application/problem+json' };
    const problem = await send(url, { ...request, headers });
    expect(problem.headers['content-type']).toBe('application/problem+json');
    expect([problem.status, problem.body]).toEqual([status, {
      type: 'about:blank', title: titles[status], status, detail, ...(pointer && { errors: [{ pointer, detail }] }),
    }]);
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found', 406: 'Not Acceptable', 409: 'Conflict',
  413: 'Payload Too Large', 415: 'Unsupported Media Type', 429: 'Too Many Requests', 500: 'Internal Server Error',
};
