import { Controller } from '@nestjs/common';
import { Guilds } from './guilds.service.js';
import type { PlayRow } from './play-statements.js';
import { Plays } from './plays.service.js';
import { type Input, Operation, type Output, type Schema } from './soundboard.contract.js';
import { soundNotFound } from './soundboard.errors.js';
import { Sounds } from './sounds.service.js';
import { rfc3339Seconds } from './timestamps.js';

const defaultLimit = 1000;

@Controller()
export class PlaysController {
  constructor(
    private readonly guilds: Guilds,
    private readonly plays: Plays,
    private readonly sounds: Sounds,
  ) {}

  @Operation('listPlays')
  async listPlays({ caller, path, query }: Input<'listPlays'>): Promise<Output<'listPlays'>> {
    const { from = 0, limit = defaultLimit } = query;
    await this.guilds.admit(caller.account, path.GUILDID);
    const found = await this.plays.page(path.GUILDID, from, limit);
    return { n: found.length, results: found.map(shown) };
  }

  @Operation('recordPlay')
  async recordPlay({ caller, path, body }: Input<'recordPlay'>): Promise<Output<'recordPlay'>> {
    const { userId, tag } = await this.guilds.admit(caller.account, path.GUILDID);
    if (body.source === 'local' && !(await this.sounds.has(body.sound))) throw soundNotFound();
    return shown(await this.plays.record({ ...body, guildId: path.GUILDID, userId, userTag: tag }));
  }

  @Operation('listPlayCounts')
  async listPlayCounts({ caller, path, query }: Input<'listPlayCounts'>): Promise<Output<'listPlayCounts'>> {
    const { limit = defaultLimit } = query;
    await this.guilds.admit(caller.account, path.GUILDID);
    const results = [...(await this.plays.counts(path.GUILDID, limit))];
    return { n: results.length, results };
  }
}

const shown = ({ playedAtMs, userId, userTag, guildId, source, sound }: PlayRow): Schema<'Play'> =>
  ({ time: rfc3339Seconds(playedAtMs), user_id: userId, user_tag: userTag, guild_id: guildId, source, sound });
