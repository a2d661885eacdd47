import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '#persistence';
import { AccountsController } from './accounts.controller.js';
import { Invites } from './invites.service.js';
import { AccountsProfiles } from './profiles.service.js';
import { AccountsSessions } from './sessions.service.js';
import { AccountsUsers } from './users.service.js';

/** The accounts API. */
@Module({})
export class AccountsApiModule {
  static forRoot({ inviteRequired }: { readonly inviteRequired: boolean }): DynamicModule {
    return {
      module: AccountsApiModule,
      controllers: [AccountsController],
      providers: [
        AccountsProfiles,
        AccountsSessions,
        AccountsUsers,
        {
          provide: Invites,
          useFactory: (database: Database) => new Invites(database, inviteRequired),
          inject: [Database],
        },
      ],
      exports: [Invites],
    };
  }
}
