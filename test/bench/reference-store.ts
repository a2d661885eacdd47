import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';

/** The server's own tables, as far as the benched requests touch them, with the same indexes. */
const tables = `
  CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, created_at_ms INTEGER NOT NULL);
  CREATE TABLE credential (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES account,
    scheme TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (scheme, hash));
  CREATE TABLE coding_profile (account_id INTEGER PRIMARY KEY REFERENCES account, username TEXT NOT NULL);
  CREATE TABLE coding_friendship (
    lower_id INTEGER NOT NULL REFERENCES coding_profile, higher_id INTEGER NOT NULL REFERENCES coding_profile,
    created_at_ms INTEGER NOT NULL, PRIMARY KEY (lower_id, higher_id));
  CREATE INDEX coding_friendship_higher ON coding_friendship (higher_id);
  CREATE TABLE coding_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES coding_profile,
    project_name TEXT, language TEXT, editor_name TEXT, hostname TEXT,
    started_at_ms INTEGER NOT NULL, duration_seconds INTEGER NOT NULL);
  CREATE INDEX coding_session_listing ON coding_session (
    account_id, started_at_ms, id, project_name, language, editor_name, hostname, duration_seconds);
  CREATE TABLE coding_running_session (
    account_id INTEGER PRIMARY KEY REFERENCES coding_profile,
    project_name TEXT, language TEXT, editor_name TEXT, hostname TEXT,
    started_at_ms INTEGER NOT NULL, last_heartbeat_at_ms INTEGER NOT NULL);
  CREATE INDEX coding_running_session_last ON coding_running_session (last_heartbeat_at_ms);`;

/** What a reference server is started with: where its database goes, and a token for each of its accounts. */
export interface Setup {
  readonly file: string;
  readonly tokens: readonly string[];
}

/** A database as durable as the server's (WAL, an fsync for each commit), with one account for each token. */
export function openStore({ file, tokens }: Setup): Sqlite.Database {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(tables);
  db.transaction(() => {
    for (const [index, token] of tokens.entries()) {
      db.prepare('INSERT INTO account VALUES (?, ?)').run(index + 1, Date.now());
      db.prepare('INSERT INTO coding_profile VALUES (?, ?)').run(index + 1, `bench_${index}`);
      db.prepare('INSERT INTO credential (account_id, scheme, hash) VALUES (?, ?, ?)').run(
        index + 1,
        'codingToken',
        hash('sha256', token),
      );
    }
  })();
  return db;
}

/** The server's own strategy: only hashes are kept, and one that was looked up is remembered. */
export function authenticator(db: Sqlite.Database): (header: string | undefined) => number | undefined {
  const find = db.prepare<[string, string], { account_id: number }>(
    'SELECT account_id FROM credential WHERE scheme = ? AND hash = ?',
  );
  const known = new Map<string, number>();
  return (header) => {
    if (!header?.startsWith('Bearer ')) return undefined;
    const digest = hash('sha256', header.slice(7));
    const cached = known.get(digest);
    if (cached !== undefined) return cached;
    const account = find.get('codingToken', digest)?.account_id;
    if (account !== undefined) known.set(digest, account);
    return account;
  };
}
