import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { PersistenceModule } from '#persistence';
import { AccountsApiModule } from '../accounts/accounts.module.js';
import { entities } from '../entities.js';
import { PomodoroModule } from '../pomodoro/pomodoro.module.js';
import type { Settings } from '../settings.js';

/** What the commands work with: the server's own services, on its database, without HTTP. */
@Module({})
export class AdminModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AdminModule,
      imports: [
        PersistenceModule.forRoot({ url: settings.databaseUrl, entities }),
        AccountsModule,
        AccountsApiModule.forRoot(settings),
        PomodoroModule.forRoot(settings),
      ],
    };
  }
}
