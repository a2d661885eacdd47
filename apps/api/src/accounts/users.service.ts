import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { type AccountId, Accounts, Passwords } from '#accounts';
import { Refusal } from '#contract';
import { Database, type SqlEntityManager } from '#persistence';
import type { Schema } from './accounts.contract.js';
import {
  emailAlreadyInUse, impossibleEmail, invalidPassword, inviteNotFound, sessionNotFound,
} from './accounts.errors.js';
import type { Client } from './clients.js';
import { emailKey } from './emails.js';
import { Invites } from './invites.service.js';
import { AccountsProfiles } from './profiles.service.js';
import { AccountsSessions } from './sessions.service.js';

/** Registration and sign-in, and what people do with their account. */
@Injectable()
export class AccountsUsers {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly profiles: AccountsProfiles,
    private readonly sessions: AccountsSessions,
    private readonly invites: Invites,
  ) {}

  /** The first session. A registration that fails leaves nothing behind, and its invite as it was. */
  async register(
    { name, email, password, invite }: Schema<'Registration'>,
    client: Client,
  ): Promise<Schema<'Session'>> {
    const key = keyOf(email);
    const code = invite ?? undefined;
    const hopeless = await this.#obstacle(key, code);
    if (hopeless) throw hopeless;
    const hash = await this.passwords.hash(password);
    return this.#unlessRefused(async (em) => {
      const obstacle = await this.#obstacle(key, code, em);
      if (obstacle) return obstacle;
      const account = await this.accounts.create(em);
      const person = await this.profiles.create(em, account, name, email, key);
      // Only another instance of the server can have come in between; what was written so far is taken back.
      if (!person) throw emailAlreadyInUse();
      const isInvited = code !== undefined && (await this.invites.redeem(em, code, account));
      if (isInvited) await this.profiles.noteInvite(em, account, code);
      else if (this.invites.isRequired) throw inviteNotFound();
      await this.passwords.set(em, account, hash);
      return this.sessions.open(em, person, client);
    });
  }

  /** A further session. An unknown e-mail address and a wrong password are one, also in the time that they take. */
  async signIn({ email, password }: Schema<'SignIn'>, client: Client): Promise<Schema<'Session'>> {
    const person = await this.profiles.withEmail(keyOf(email));
    const isRight = await this.passwords.verify(person?.account, password);
    if (!person || !isRight) throw invalidPassword();
    return this.#unlessRefused(async (em) => {
      // The account may have been deleted while its password was being verified.
      const isThere = await this.profiles.find(person.account, em);
      return isThere ? this.sessions.open(em, person, client) : invalidPassword();
    });
  }

  async show(account: AccountId): Promise<Schema<'User'>> {
    const person = await this.profiles.find(account);
    if (!person) throw sessionNotFound();
    return {
      id: person.publicId,
      created_at: person.registeredAtMs,
      name: person.name,
      email: person.email,
      invite: person.invite,
    };
  }

  async change(account: AccountId, { name, email }: Schema<'AccountChange'>): Promise<void> {
    const key = keyOf(email);
    try {
      await this.#unlessRefused(async (em) => {
        const holder = await this.profiles.withEmail(key, em);
        if (holder && holder.account !== account) return emailAlreadyInUse();
        return (await this.profiles.change(em, account, name, email, key)) ? undefined : sessionNotFound();
      });
    } catch (error) {
      // Another instance of the server gave the address to somebody else in between.
      throw error instanceof UniqueConstraintViolationException ? emailAlreadyInUse() : error;
    }
  }

  /** Deletes the person with all that other parts of the server keep for this account. */
  async remove(account: AccountId): Promise<void> {
    await this.database.write((em) => this.accounts.forget(em, account));
  }

  /** The invite is looked at first, so that nobody without one finds out who has an account. */
  async #obstacle(key: string, code: string | undefined, em = this.database.reader): Promise<Refusal | undefined> {
    const isInvited = !this.invites.isRequired || (code !== undefined && (await this.invites.isOpen(code, em)));
    if (!isInvited) return inviteNotFound();
    return (await this.profiles.withEmail(key, em)) ? emailAlreadyInUse() : undefined;
  }

  /** Refuses after the commit: an error within would make everybody's shared transaction start over. */
  async #unlessRefused<T>(work: (em: SqlEntityManager) => Promise<T | Refusal>): Promise<T> {
    const result = await this.database.write(work);
    if (result instanceof Refusal) throw result;
    return result;
  }
}

function keyOf(email: string): string {
  const key = emailKey(email);
  if (key === undefined) throw impossibleEmail();
  return key;
}
