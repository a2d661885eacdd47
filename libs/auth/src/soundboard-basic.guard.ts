import { Injectable } from '@nestjs/common';
import { Credentials } from '#accounts';
import { type Authenticator, Authenticates, type Caller, Refusal } from '#contract';
import { illegalBase64Byte } from './base64.js';

/** A Discord user's id and a token of that user, as the soundboard gives it for a sign-in with Discord. */
@Authenticates('soundboardBasic')
@Injectable()
export class SoundboardBasicGuard implements Authenticator {
  constructor(private readonly credentials: Credentials) {}

  async authenticate(credential: string): Promise<Caller | undefined> {
    const illegal = illegalBase64Byte(credential);
    if (illegal !== undefined) throw new Refusal(400, `illegal base64 data at input byte ${illegal}`);
    // The id is a part of the secret that was issued: whose the token is need not be compared.
    return this.credentials.resolve('soundboardToken', Buffer.from(credential, 'base64').toString('utf8'));
  }
}
