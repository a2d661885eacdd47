import { Injectable } from '@nestjs/common';
import { Credentials } from '#accounts';
import { type Authenticator, Authenticates, type Caller, Refusal } from '#contract';

/** The id of a session, from registering or logging in. One that opens nothing is not found, and not unauthorized. */
@Authenticates('accountsSession')
@Injectable()
export class AccountsSessionGuard implements Authenticator {
  constructor(private readonly credentials: Credentials) {}

  async authenticate(credential: string): Promise<Caller | undefined> {
    if (!/^[\t -~]*$/.test(credential)) return undefined;
    const caller = await this.credentials.resolve('accountsSession', credential);
    if (!caller) throw sessionNotFound();
    return caller;
  }
}

const sessionNotFound = () =>
  new Refusal(404, 'Session not found', { body: { code: 'SessionNotFound', message: 'Session not found' } });
