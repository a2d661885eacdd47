import { Controller } from '@nestjs/common';
import { Leaderboards } from './leaderboards.service.js';
import { type Input, Operation, type Output } from './pomodoro.contract.js';

@Controller()
export class LeaderboardsController {
  constructor(private readonly leaderboards: Leaderboards) {}

  @Operation('getLeaderboard')
  async getLeaderboard({ path, query }: Input<'getLeaderboard'>): Promise<Output<'getLeaderboard'>> {
    return this.leaderboards.page(path.period, query.page);
  }
}
