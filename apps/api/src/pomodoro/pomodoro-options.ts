/** What the operator's settings say to this API. */
export interface PomodoroOptions {
  /** The address that clients use, without a slash at the end. */
  readonly publicUrl: string;
  readonly githubApiUrl: string;
  /** The app that access tokens must have been given to; without it, any. */
  readonly githubClientId?: string | undefined;
  readonly githubClientSecret?: string | undefined;
}

export const PomodoroOptions = Symbol('PomodoroOptions');
