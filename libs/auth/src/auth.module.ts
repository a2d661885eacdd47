import { Module } from '@nestjs/common';
import { AccountsSessionGuard } from './accounts-session.guard.js';
import { CodingTokenGuard } from './coding-token.guard.js';
import { PomodoroTokenGuard } from './pomodoro-token.guard.js';
import { SoundboardBasicGuard } from './soundboard-basic.guard.js';
import { SoundboardCookiesGuard } from './soundboard-cookies.guard.js';

/** One authenticator per security scheme of the documents. */
@Module({
  providers: [AccountsSessionGuard, CodingTokenGuard, PomodoroTokenGuard, SoundboardBasicGuard, SoundboardCookiesGuard],
})
export class AuthModule {}
