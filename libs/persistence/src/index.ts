export type { SqlEntityManager } from '@mikro-orm/sqlite';
export type { Dialect, PersistenceOptions } from './connect.js';
export { Database } from './database.service.js';
export { PersistenceModule } from './persistence.module.js';
export type { Statement, StatementValue } from './statement.js';
