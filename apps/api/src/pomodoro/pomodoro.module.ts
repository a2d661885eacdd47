import { type DynamicModule, Module } from '@nestjs/common';
import { GitHub } from './github.client.js';
import { LeaderboardsController } from './leaderboards.controller.js';
import { Leaderboards } from './leaderboards.service.js';
import { People } from './people.service.js';
import { PomodoroOptions } from './pomodoro-options.js';
import { PomodoroProjectsController } from './projects.controller.js';
import { PomodoroProjects } from './projects.service.js';
import { ScoreKeeper } from './score-keeper.service.js';
import { ScoreRebuild } from './score-rebuild.service.js';
import { ScoreSweep } from './score-sweep.service.js';
import { SignIn } from './sign-in.service.js';
import { TomatoesController } from './tomatoes.controller.js';
import { Tomatoes } from './tomatoes.service.js';
import { PomodoroUsersController } from './users.controller.js';
import { PomodoroUsers } from './users.service.js';

/** The pomodoro API. */
@Module({})
export class PomodoroModule {
  static forRoot(options: PomodoroOptions): DynamicModule {
    return {
      module: PomodoroModule,
      controllers: [PomodoroUsersController, TomatoesController, PomodoroProjectsController, LeaderboardsController],
      providers: [
        { provide: PomodoroOptions, useValue: options },
        GitHub,
        Leaderboards,
        People,
        PomodoroProjects,
        PomodoroUsers,
        ScoreKeeper,
        ScoreRebuild,
        ScoreSweep,
        SignIn,
        Tomatoes,
      ],
      exports: [ScoreRebuild],
    };
  }
}
