import { Controller, Inject } from '@nestjs/common';
import { PomodoroOptions } from './pomodoro-options.js';
import { answer, type Input, Operation, type Output } from './pomodoro.contract.js';
import { requestedZone } from './requested-zone.js';
import { SignIn } from './sign-in.service.js';
import { PomodoroUsers } from './users.service.js';

@Controller()
export class PomodoroUsersController {
  constructor(
    private readonly sessions: SignIn,
    private readonly users: PomodoroUsers,
    @Inject(PomodoroOptions) private readonly options: PomodoroOptions,
  ) {}

  @Operation('createPomodoroSession')
  async createPomodoroSession({ body }: Input<'createPomodoroSession'>): Promise<Output<'createPomodoroSession'>> {
    return { token: await this.sessions.signIn(body) };
  }

  @Operation('deletePomodoroSession')
  async deletePomodoroSession({ caller }: Input<'deletePomodoroSession'>): Promise<Output<'deletePomodoroSession'>> {
    return this.sessions.signOut(caller.account);
  }

  @Operation('getPomodoroUser')
  async getPomodoroUser(input: Input<'getPomodoroUser'>): Promise<Output<'getPomodoroUser'>> {
    return this.users.show(input.caller.account, requestedZone(input));
  }

  @Operation('replacePomodoroUser')
  async replacePomodoroUser(input: Input<'replacePomodoroUser'>): Promise<Output<'replacePomodoroUser'>> {
    return answer('replacePomodoroUser', await this.#change(input));
  }

  @Operation('updatePomodoroUser')
  async updatePomodoroUser(input: Input<'updatePomodoroUser'>): Promise<Output<'updatePomodoroUser'>> {
    return answer('updatePomodoroUser', await this.#change(input));
  }

  async #change(input: Input<'updatePomodoroUser'>) {
    const body = await this.users.change(input.caller.account, input.body, requestedZone(input));
    return { status: 200, body, headers: { Location: `${this.options.publicUrl}/api/user` } } as const;
  }
}
