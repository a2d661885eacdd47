import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Credentials } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import type { Schema } from './accounts.contract.js';
import type { Client } from './clients.js';
import type { AccountsPerson } from './profiles.service.js';

const scheme = 'accountsSession';
const keepNewest = 100;

/** The sessions in which people are signed in. A session's id is its credential's secret, and shown once. */
@Injectable()
export class AccountsSessions {
  readonly #insert;

  constructor(
    database: Database,
    private readonly credentials: Credentials,
  ) {
    this.#insert = database.statement<object>(
      'insert into accounts_session (credential_id, ip_address, user_agent) values (?, ?, ?)',
    );
  }

  /** A further session; earlier ones keep living, unless there are too many. */
  async open(em: SqlEntityManager, person: AccountsPerson, client: Client): Promise<Schema<'Session'>> {
    const id = randomUUID();
    const nowMs = Date.now();
    const credential = await this.credentials.issue(em, person.account, scheme, id, { keepNewest });
    await this.#insert(em, credential, client.address, client.userAgent);
    return {
      id,
      user_id: person.publicId,
      created_at: nowMs,
      accessed_at: nowMs,
      ip_address: client.address,
      user_agent: client.userAgent,
    };
  }
}
