/** What the operator's settings say to this API. */
export interface SoundboardOptions {
  /** The address that browsers use, without a slash at the end. */
  readonly publicUrl: string;
  readonly soundsDir: string;
  readonly discordUrl: string;
  readonly discordClientId?: string | undefined;
  readonly discordClientSecret?: string | undefined;
  /** The guilds of this bot are served here; without one, those of `discordGuilds`. */
  readonly discordBotToken?: string | undefined;
  readonly discordGuilds?: readonly string[] | undefined;
}

export const SoundboardOptions = Symbol('SoundboardOptions');
