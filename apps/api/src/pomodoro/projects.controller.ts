import { Controller, Inject } from '@nestjs/common';
import { PomodoroOptions } from './pomodoro-options.js';
import { answer, type Input, Operation, type Output, type Schema } from './pomodoro.contract.js';
import { PomodoroProjects } from './projects.service.js';
import { requestedZone } from './requested-zone.js';

@Controller()
export class PomodoroProjectsController {
  constructor(
    private readonly projects: PomodoroProjects,
    @Inject(PomodoroOptions) private readonly options: PomodoroOptions,
  ) {}

  @Operation('listPomodoroProjects')
  async listPomodoroProjects(input: Input<'listPomodoroProjects'>): Promise<Output<'listPomodoroProjects'>> {
    return this.projects.list(input.caller.account, input.query, requestedZone(input));
  }

  @Operation('getPomodoroProject')
  async getPomodoroProject(input: Input<'getPomodoroProject'>): Promise<Output<'getPomodoroProject'>> {
    return this.projects.show(input.caller.account, input.path.id, requestedZone(input));
  }

  @Operation('createPomodoroProject')
  async createPomodoroProject(input: Input<'createPomodoroProject'>): Promise<Output<'createPomodoroProject'>> {
    const body = await this.projects.make(input.caller.account, input.body, requestedZone(input));
    return answer('createPomodoroProject', { status: 201, body, headers: this.#placeOf(body) });
  }

  @Operation('replacePomodoroProject')
  async replacePomodoroProject(input: Input<'replacePomodoroProject'>): Promise<Output<'replacePomodoroProject'>> {
    return answer('replacePomodoroProject', await this.#change(input));
  }

  @Operation('updatePomodoroProject')
  async updatePomodoroProject(input: Input<'updatePomodoroProject'>): Promise<Output<'updatePomodoroProject'>> {
    return answer('updatePomodoroProject', await this.#change(input));
  }

  @Operation('deletePomodoroProject')
  async deletePomodoroProject(input: Input<'deletePomodoroProject'>): Promise<Output<'deletePomodoroProject'>> {
    return this.projects.remove(input.caller.account, input.path.id);
  }

  async #change(input: Input<'updatePomodoroProject'>) {
    const body = await this.projects.change(input.caller.account, input.path.id, input.body, requestedZone(input));
    return { status: 200, body, headers: this.#placeOf(body) } as const;
  }

  #placeOf({ id }: Schema<'PomodoroProject'>): { Location: string } {
    return { Location: `${this.options.publicUrl}/api/projects/${id}` };
  }
}
