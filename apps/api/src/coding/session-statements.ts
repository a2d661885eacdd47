import type { AccountId } from '#accounts';
import type { Database, Statement } from '#persistence';
import type { RunningSession } from './sessions.js';

/** A person of this API with the session that is running, all of it null when none is. */
type PersonRow = { readonly account: AccountId } & (RunningSession | { readonly [Key in keyof RunningSession]: null });
interface IdleRow {
  readonly account: AccountId;
  readonly lastHeartbeatAtMs: number;
}

/**
 * What heartbeats do to their tables, each in one statement for however many people: the rows of a batch travel as one
 * JSON text, so that batches of every size share a prepared statement. The dialects differ in how they unfold it.
 */
export function sessionStatements(database: Database) {
  const isPostgres = database.dialect === 'postgresql';
  const rows = isPostgres ? 'jsonb_array_elements(cast(? as jsonb))' : 'json_each(?)';
  const accounts = `(select cast(value as integer) from ${rows})`;
  const columns = 'account_id, project_name, language, editor_name, hostname, started_at_ms';
  const values = 'cast(value->>0 as integer), value->>1, value->>2, value->>3, value->>4, cast(value->>5 as bigint)';
  // Instances take turns with a person, in one order so that they never wait in a circle. SQLite has one writer anyway.
  const lock = `
    select account_id from coding_profile where account_id in ${accounts} order by account_id for no key update`;
  const statement = <Row extends object>(sql: string): Statement<Row> => database.statement(sql);
  return {
    lock: isPostgres ? statement<object>(lock) : undefined,
    people: statement<PersonRow>(`
      select p.account_id as "account", r.project_name as "projectName", r.language, r.editor_name as "editorName",
        r.hostname, r.started_at_ms as "startedAtMs", r.last_heartbeat_at_ms as "lastHeartbeatAtMs"
      from coding_profile p left join coding_running_session r on r.account_id = p.account_id
      where p.account_id in ${accounts}`),
    idle: statement<IdleRow>(`
      select account_id as "account", last_heartbeat_at_ms as "lastHeartbeatAtMs" from coding_running_session
      where last_heartbeat_at_ms < ? and (last_heartbeat_at_ms, account_id) > (?, ?)
      order by last_heartbeat_at_ms, account_id limit ?`),
    store: statement<object>(`
      insert into coding_session (${columns}, duration_seconds)
      select ${values}, cast(value->>6 as integer) from ${rows}`),
    start: statement<object>(`
      insert into coding_running_session (${columns}, last_heartbeat_at_ms)
      select ${values}, cast(value->>6 as bigint) from ${rows} where true
      on conflict (account_id) do update set
        project_name = excluded.project_name, language = excluded.language, editor_name = excluded.editor_name,
        hostname = excluded.hostname, started_at_ms = excluded.started_at_ms,
        last_heartbeat_at_ms = excluded.last_heartbeat_at_ms`),
    extend: statement<object>(
      `update coding_running_session set last_heartbeat_at_ms = ? where account_id in ${accounts}`,
    ),
    remove: statement<object>(`delete from coding_running_session where account_id in ${accounts}`),
  };
}
