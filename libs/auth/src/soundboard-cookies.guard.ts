import { Injectable } from '@nestjs/common';
import { Credentials } from '#accounts';
import { type Authenticator, Authenticates, type Caller } from '#contract';

/** The same two as the Basic header has, in the cookies of a sign-in with a browser. */
@Authenticates('soundboardCookies')
@Injectable()
export class SoundboardCookiesGuard implements Authenticator {
  constructor(private readonly credentials: Credentials) {}

  authenticate(credential: string): Promise<Caller | undefined> {
    return this.credentials.resolve('soundboardToken', credential);
  }
}
