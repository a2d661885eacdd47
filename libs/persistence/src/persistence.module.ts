import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { PersistenceOptions } from './connect.js';
import { Database } from './database.service.js';

/** Gives every module the `Database`, connected and migrated before anything else is made. */
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => Database.open(options) }],
      exports: [Database],
    };
  }
}
