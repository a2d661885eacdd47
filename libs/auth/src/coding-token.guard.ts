import { Injectable } from '@nestjs/common';
import { Credentials } from '#accounts';
import { type Authenticator, Authenticates, type Caller } from '#contract';

/** The token that a coding account was given when it registered, logged in or asked for a new one. */
@Authenticates('codingToken')
@Injectable()
export class CodingTokenGuard implements Authenticator {
  constructor(private readonly credentials: Credentials) {}

  authenticate(credential: string): Promise<Caller | undefined> {
    return this.credentials.resolve('codingToken', credential);
  }
}
