import { type DynamicModule, Module } from '@nestjs/common';
import { Discord } from './discord.client.js';
import { Guilds } from './guilds.service.js';
import { SoundboardPeople } from './people.service.js';
import { PlaysController } from './plays.controller.js';
import { Plays } from './plays.service.js';
import { SignInController } from './sign-in.controller.js';
import { DiscordSignIn } from './sign-in.service.js';
import { SoundFolder } from './sound-folder.service.js';
import { SoundboardOptions } from './soundboard-options.js';
import { SoundsController } from './sounds.controller.js';
import { Sounds } from './sounds.service.js';
import { SoundboardTokens } from './tokens.service.js';

/** The soundboard API. */
@Module({})
export class SoundboardModule {
  static forRoot(options: SoundboardOptions): DynamicModule {
    return {
      module: SoundboardModule,
      controllers: [SignInController, SoundsController, PlaysController],
      providers: [
        { provide: SoundboardOptions, useValue: options },
        Discord,
        DiscordSignIn,
        Guilds,
        Plays,
        SoundboardPeople,
        SoundboardTokens,
        SoundFolder,
        Sounds,
      ],
      exports: [Plays],
    };
  }
}
