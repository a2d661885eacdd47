import { hash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';

/** An invite as its maker sees it. The code was shown when it was made, and is not known any more. */
export interface Invite {
  readonly id: number;
  readonly note: string | null;
  readonly createdAtMs: number;
  readonly expiresAtMs: number | null;
  readonly usedAtMs: number | null;
  /** The e-mail address of who used it, as long as the account lives. */
  readonly usedBy: string | null;
}

const digest = (code: string): string => hash('sha256', code, 'hex');

/** The right to register, handed out by the operator, good for one registration. */
@Injectable()
export class Invites {
  readonly #insert;
  readonly #open;
  readonly #use;
  readonly #list;
  readonly #delete;
  readonly #find;

  constructor(
    private readonly database: Database,
    /** Whether nobody registers without one. */
    readonly isRequired: boolean,
  ) {
    this.#insert = database.statement<object>(
      'insert into accounts_invite (hash, note, created_at_ms, expires_at_ms) values (?, ?, ?, ?)',
    );
    const isOpen = 'hash = ? and used_at_ms is null and (expires_at_ms is null or expires_at_ms > ?)';
    this.#open = database.statement<object>(`select id from accounts_invite where ${isOpen}`);
    this.#use = database.statement<object>(
      `update accounts_invite set used_at_ms = ?, used_by_id = ? where ${isOpen} returning id`,
    );
    this.#list = database.statement<Invite>(`
      select i.id, i.note, i.created_at_ms as "createdAtMs", i.expires_at_ms as "expiresAtMs",
        i.used_at_ms as "usedAtMs", p.email as "usedBy"
      from accounts_invite i left join accounts_profile p on p.account_id = i.used_by_id
      order by i.id`);
    this.#find = database.statement<{ id: number }>('select id from accounts_invite where id = ? or hash = ?');
    this.#delete = database.statement<object>(
      'delete from accounts_invite where id = ? and used_at_ms is null returning id',
    );
  }

  /** Whether the code would let somebody register now. */
  async isOpen(code: string, em = this.database.reader): Promise<boolean> {
    const rows = await this.#open(em, digest(code), Date.now());
    return rows.length > 0;
  }

  /** Uses the code up for a new person; false when it is unknown, used or expired. Of two at once, one gets it. */
  async redeem(em: SqlEntityManager, code: string, account: AccountId): Promise<boolean> {
    const nowMs = Date.now();
    const rows = await this.#use(em, nowMs, account, digest(code), nowMs);
    return rows.length > 0;
  }

  /** The codes of so many new invites: all are made or none. */
  async create(count: number, { note, expiresAtMs }: Pick<Invite, 'note' | 'expiresAtMs'>): Promise<string[]> {
    const codes = Array.from({ length: count }, () => randomUUID());
    const nowMs = Date.now();
    await this.database.write(async (em) => {
      for (const code of codes) await this.#insert(em, digest(code), note, nowMs, expiresAtMs);
    });
    return codes;
  }

  /** All invites, used ones too, in the order of their making. */
  list(): Promise<readonly Invite[]> {
    return this.#list(this.database.reader);
  }

  /** Removes an invite that was not used, named by its number or its code. */
  async revoke(numberOrCode: string): Promise<'revoked' | 'used' | 'unknown'> {
    const id = /^\d{1,9}$/.test(numberOrCode) ? Number(numberOrCode) : 0;
    return this.database.write(async (em) => {
      const [invite] = await this.#find(em, id, digest(numberOrCode));
      if (!invite) return 'unknown';
      const rows = await this.#delete(em, invite.id);
      return rows.length > 0 ? 'revoked' : 'used';
    });
  }
}
