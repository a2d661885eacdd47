import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { SqlOptions } from '@mikro-orm/postgresql';

const int8 = 20;
const connections = 10;

interface Client {
  setTypeParser(oid: number, parse: (text: string) => unknown): void;
}

/** The options for a server; its 64-bit integers arrive as numbers, as they do from SQLite. */
export function postgresqlOptions(url: string): SqlOptions {
  return {
    driver: PostgreSqlDriver,
    clientUrl: url,
    pool: { max: connections },
    driverOptions: {
      onPoolCreated: (pool: { on(event: 'connect', listener: (client: Client) => void): void }) =>
        pool.on('connect', (client) => client.setTypeParser(int8, Number)),
    },
  };
}
