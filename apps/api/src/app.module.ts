import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AuthModule } from '#auth';
import { ContractModule } from '#contract';
import { PersistenceModule } from '#persistence';
import { AccountsApiModule } from './accounts/accounts.module.js';
import { CodingModule } from './coding/coding.module.js';
import { docsPaths } from './docs.js';
import { entities } from './entities.js';
import { PomodoroModule } from './pomodoro/pomodoro.module.js';
import type { Settings } from './settings.js';
import { SoundboardModule } from './soundboard/soundboard.module.js';

/** The APIs that run here, by the names of their documents. */
export const apis = ['coding', 'pomodoro', 'accounts', 'soundboard'];

@Module({})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    const { databaseUrl, rateLimits } = settings;
    return {
      module: AppModule,
      imports: [
        ContractModule.forRoot({ documents: apis, exempt: docsPaths, isLimiting: rateLimits }),
        PersistenceModule.forRoot({ url: databaseUrl, entities }),
        AccountsModule,
        AuthModule,
        AccountsApiModule.forRoot(settings),
        CodingModule,
        PomodoroModule.forRoot(settings),
        SoundboardModule.forRoot(settings),
      ],
    };
  }
}
