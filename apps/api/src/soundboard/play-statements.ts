import type { Database, Statement } from '#persistence';

/** How long a guild's log has become. */
interface LogRow {
  readonly guildId: string;
  readonly plays: number;
  readonly lastPlayedAtMs: number;
}

/** An entry of a log. */
export interface PlayRow {
  readonly guildId: string;
  readonly playedAtMs: number;
  readonly userId: string;
  readonly userTag: string;
  readonly source: 'local' | 'youtube' | 'http';
  readonly sound: string;
}

interface CountRow {
  readonly sound: string;
  readonly count: number;
}

/** What plays do to their tables, each in one statement for however many plays: they travel as one JSON text. */
export function playStatements(database: Database) {
  const rows = database.dialect === 'postgresql' ? 'jsonb_array_elements(cast(? as jsonb))' : 'json_each(?)';
  const statement = <Row extends object>(sql: string): Statement<Row> => database.statement(sql);
  return {
    // Of several instances, one at a time gets on with a guild; all take guilds in one order, and wait in no circle.
    lengthen: statement<LogRow>(`
      insert into soundboard_log (guild_id, plays, last_played_at_ms)
      select value->>0, cast(value->>1 as bigint), cast(value->>2 as bigint) from ${rows} where true order by 1
      on conflict (guild_id) do update set
        plays = soundboard_log.plays + excluded.plays,
        last_played_at_ms = case when excluded.last_played_at_ms > soundboard_log.last_played_at_ms
          then excluded.last_played_at_ms else soundboard_log.last_played_at_ms end
      returning guild_id as "guildId", plays, last_played_at_ms as "lastPlayedAtMs"`),
    append: statement<object>(`
      insert into soundboard_play (guild_id, number, played_at_ms, user_id, user_tag, source, sound)
      select value->>0, cast(value->>1 as bigint), cast(value->>2 as bigint), value->>3, value->>4, value->>5, value->>6
      from ${rows}`),
    count: statement<object>(`
      insert into soundboard_count (guild_id, sound, negated_count, first_number)
      select value->>0, value->>1, -cast(value->>2 as bigint), cast(value->>3 as bigint) from ${rows} where true
      on conflict (guild_id, sound) do update set
        negated_count = soundboard_count.negated_count + excluded.negated_count`),
    page: statement<PlayRow>(`
      select guild_id as "guildId", played_at_ms as "playedAtMs", user_id as "userId", user_tag as "userTag",
        source, sound
      from soundboard_play
      where guild_id = ? and number <= (select plays from soundboard_log where guild_id = ?) - ?
      order by number desc limit ?`),
    counts: statement<CountRow>(`
      select sound, -negated_count as count from soundboard_count
      where guild_id = ? order by negated_count, first_number limit ?`),
    hold: statement<object>('update soundboard_log set plays = plays where guild_id = ? returning guild_id'),
    uncount: statement<object>('delete from soundboard_count where guild_id = ?'),
    recount: statement<object>(`
      insert into soundboard_count (guild_id, sound, negated_count, first_number)
      select guild_id, sound, -count(*), min(number) from soundboard_play
      where guild_id = ? and source = 'local' group by guild_id, sound`),
    guilds: statement<{ guildId: string }>(
      'select guild_id as "guildId" from soundboard_log where guild_id > ? order by guild_id limit ?',
    ),
  };
}
