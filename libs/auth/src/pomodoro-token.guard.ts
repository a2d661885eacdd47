import { Injectable } from '@nestjs/common';
import { Credentials } from '#accounts';
import { type Authenticator, Authenticates, type Caller } from '#contract';

/** The token that a person was given for a GitHub access token. */
@Authenticates('pomodoroToken')
@Injectable()
export class PomodoroTokenGuard implements Authenticator {
  constructor(private readonly credentials: Credentials) {}

  authenticate(credential: string): Promise<Caller | undefined> {
    return this.credentials.resolve('pomodoroToken', credential);
  }
}
