import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.service.js';
import { Credentials } from './credentials.service.js';
import { Passwords } from './passwords.service.js';

/** Gives every module the account store. */
@Global()
@Module({
  providers: [Accounts, Credentials, Passwords],
  exports: [Accounts, Credentials, Passwords],
})
export class AccountsModule {}
