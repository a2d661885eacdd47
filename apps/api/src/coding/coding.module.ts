import { Module } from '@nestjs/common';
import { CodingController } from './coding.controller.js';
import { CodingFriends } from './friends.service.js';
import { Heartbeats } from './heartbeats.service.js';
import { CodingProfiles } from './profiles.service.js';
import { CodingSessions } from './sessions.service.js';
import { SessionSweep } from './sweep.service.js';
import { CodingUsers } from './users.service.js';

/** The coding-time API. */
@Module({
  controllers: [CodingController],
  providers: [CodingFriends, CodingProfiles, CodingSessions, CodingUsers, Heartbeats, SessionSweep],
})
export class CodingModule {}
