import { Module } from '@nestjs/common';
import { CodingTokenGuard } from './coding-token.guard.js';

/** One authenticator per security scheme of the documents. */
@Module({ providers: [CodingTokenGuard] })
export class AuthModule {}
