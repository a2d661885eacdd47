import type { Dialect } from '../connect.js';
import type { MigrationClass } from '../migrate.js';
import { Accounts as PostgresqlAccounts } from './postgresql/001-accounts.js';
import { Coding as PostgresqlCoding } from './postgresql/002-coding.js';
import { AccountsApi as PostgresqlAccountsApi } from './postgresql/003-accounts-api.js';
import { Pomodoro as PostgresqlPomodoro } from './postgresql/004-pomodoro.js';
import { Soundboard as PostgresqlSoundboard } from './postgresql/005-soundboard.js';
import { Accounts as SqliteAccounts } from './sqlite/001-accounts.js';
import { Coding as SqliteCoding } from './sqlite/002-coding.js';
import { AccountsApi as SqliteAccountsApi } from './sqlite/003-accounts-api.js';
import { Pomodoro as SqlitePomodoro } from './sqlite/004-pomodoro.js';
import { Soundboard as SqliteSoundboard } from './sqlite/005-soundboard.js';

/** Every migration in the order of its making. What was released is never changed: a correction is another migration. */
export const histories: Readonly<Record<Dialect, readonly MigrationClass[]>> = {
  sqlite: [SqliteAccounts, SqliteCoding, SqliteAccountsApi, SqlitePomodoro, SqliteSoundboard],
  postgresql: [PostgresqlAccounts, PostgresqlCoding, PostgresqlAccountsApi, PostgresqlPomodoro, PostgresqlSoundboard],
};
