import { Controller, Inject } from '@nestjs/common';
import { cookie } from './cookies.js';
import { DiscordSignIn, type WayBack } from './sign-in.service.js';
import { answer, type Input, Operation, type Output } from './soundboard.contract.js';
import { SoundboardOptions } from './soundboard-options.js';
import { rfc3339 } from './timestamps.js';

const tokenPath = '/token/authorize';
const webPath = '/login/authorize';
const stateSeconds = 600;
// As long as browsers keep a cookie at all: when it ends is for the token to say.
const accessSeconds = 400 * 24 * 60 * 60;

type Client = Input<'startTokenSignIn'>['client'];

const wayBackOf = ({ query, cookie: sent }: Pick<Input<'finishTokenSignIn'>, 'query' | 'cookie'>): WayBack =>
  ({ ...query, remembered: sent.soundboard_state });

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: DiscordSignIn,
    @Inject(SoundboardOptions) private readonly options: SoundboardOptions,
  ) {}

  @Operation('startTokenSignIn')
  async startTokenSignIn({ client }: Input<'startTokenSignIn'>): Promise<Output<'startTokenSignIn'>> {
    const { location, state } = this.signIn.start(tokenPath);
    const headers = { Location: location, 'Set-Cookie': [this.#stateCookie(client, tokenPath, state)] };
    return answer('startTokenSignIn', { status: 307, body: undefined, headers });
  }

  @Operation('finishTokenSignIn')
  async finishTokenSignIn(input: Input<'finishTokenSignIn'>): Promise<Output<'finishTokenSignIn'>> {
    const { token, userId, expiresAtMs } = await this.signIn.finish(tokenPath, wayBackOf(input));
    const body = { token, user_id: userId, expires: rfc3339(expiresAtMs) };
    const headers = { 'Set-Cookie': [this.#stateCookie(input.client, tokenPath)] };
    return answer('finishTokenSignIn', { status: 200, body, headers });
  }

  @Operation('startWebSignIn')
  async startWebSignIn({ client }: Input<'startWebSignIn'>): Promise<Output<'startWebSignIn'>> {
    const { location, state } = this.signIn.start(webPath);
    const headers = { Location: location, 'Set-Cookie': [this.#stateCookie(client, webPath, state)] };
    return answer('startWebSignIn', { status: 307, body: undefined, headers });
  }

  @Operation('finishWebSignIn')
  async finishWebSignIn(input: Input<'finishWebSignIn'>): Promise<Output<'finishWebSignIn'>> {
    const { token, userId } = await this.signIn.finish(webPath, wayBackOf(input));
    const options = { path: '/', maxAgeSeconds: accessSeconds, isSecure: this.#isSecure(input.client) };
    const access = [cookie('token', token, options), cookie('userid', userId, options)];
    const headers = { Location: '/', 'Set-Cookie': [...access, this.#stateCookie(input.client, webPath)] };
    return answer('finishWebSignIn', { status: 307, body: undefined, headers });
  }

  /** Sent back to `path` only; without a state, the end of the cookie. */
  #stateCookie(client: Client, path: string, state = ''): string {
    const { pathname } = new URL(this.options.publicUrl + path);
    const maxAgeSeconds = state === '' ? 0 : stateSeconds;
    return cookie('soundboard_state', state, { path: pathname, maxAgeSeconds, isSecure: this.#isSecure(client) });
  }

  #isSecure({ isSecure }: Client): boolean {
    return isSecure || this.options.publicUrl.startsWith('https:');
  }
}
