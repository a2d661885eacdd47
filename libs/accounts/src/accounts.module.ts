import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.service.js';
import { Credentials } from './credentials.service.js';
import { Identities } from './identities.service.js';
import { Passwords } from './passwords.service.js';

/** Gives every module the account store. */
@Global()
@Module({
  providers: [Accounts, Credentials, Identities, Passwords],
  exports: [Accounts, Credentials, Identities, Passwords],
})
export class AccountsModule {}
