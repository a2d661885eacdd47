import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AuthModule } from '#auth';
import { ContractModule } from '#contract';
import { PersistenceModule } from '#persistence';
import { CodingModule } from './coding/coding.module.js';
import { docsPaths } from './docs.js';
import { entities } from './entities.js';
import type { Settings } from './settings.js';

/** The APIs that run here, by the names of their documents. */
export const apis = ['coding'];

@Module({})
export class AppModule {
  static forRoot({ databaseUrl, rateLimits }: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ContractModule.forRoot({ documents: apis, exempt: docsPaths, isLimiting: rateLimits }),
        PersistenceModule.forRoot({ url: databaseUrl, entities }),
        AccountsModule,
        AuthModule,
        CodingModule,
      ],
    };
  }
}
