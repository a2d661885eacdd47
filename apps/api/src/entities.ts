import { accountEntities } from '#accounts';
import { AccountsInvite } from './accounts/invite.entity.js';
import { AccountsProfile } from './accounts/profile.entity.js';
import { AccountsSession } from './accounts/session.entity.js';
import { CodingFriendship } from './coding/friendship.entity.js';
import { CodingProfile } from './coding/profile.entity.js';
import { CodingSession, RunningCodingSession } from './coding/session.entity.js';
import { PomodoroProfile } from './pomodoro/profile.entity.js';
import { PomodoroProject } from './pomodoro/project.entity.js';
import { PomodoroBoard, PomodoroScore } from './pomodoro/score.entity.js';
import { Tomato } from './pomodoro/tomato.entity.js';
import { SoundboardCount, SoundboardLog, SoundboardPlay } from './soundboard/play.entity.js';
import { SoundboardMembership, SoundboardProfile } from './soundboard/profile.entity.js';

/** Everything that the server keeps: what the database is opened with, and what migrations are made from. */
export const entities = [
  ...accountEntities,
  AccountsProfile, AccountsSession, AccountsInvite,
  CodingProfile, CodingFriendship, CodingSession, RunningCodingSession,
  PomodoroProfile, Tomato, PomodoroProject, PomodoroScore, PomodoroBoard,
  SoundboardProfile, SoundboardMembership, SoundboardLog, SoundboardPlay, SoundboardCount,
];
