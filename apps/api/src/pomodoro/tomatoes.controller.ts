import { Controller, Inject } from '@nestjs/common';
import { PomodoroOptions } from './pomodoro-options.js';
import { answer, type Input, Operation, type Output, type Schema } from './pomodoro.contract.js';
import { requestedZone } from './requested-zone.js';
import { Tomatoes } from './tomatoes.service.js';

@Controller()
export class TomatoesController {
  constructor(
    private readonly tomatoes: Tomatoes,
    @Inject(PomodoroOptions) private readonly options: PomodoroOptions,
  ) {}

  @Operation('listTomatoes')
  async listTomatoes(input: Input<'listTomatoes'>): Promise<Output<'listTomatoes'>> {
    return this.tomatoes.list(input.caller.account, input.query, requestedZone(input));
  }

  @Operation('getTomato')
  async getTomato(input: Input<'getTomato'>): Promise<Output<'getTomato'>> {
    return this.tomatoes.show(input.caller.account, input.path.id, requestedZone(input));
  }

  @Operation('createTomato')
  async createTomato(input: Input<'createTomato'>): Promise<Output<'createTomato'>> {
    const body = await this.tomatoes.record(input.caller.account, input.body, requestedZone(input));
    return answer('createTomato', { status: 201, body, headers: this.#placeOf(body) });
  }

  @Operation('replaceTomato')
  async replaceTomato(input: Input<'replaceTomato'>): Promise<Output<'replaceTomato'>> {
    return answer('replaceTomato', await this.#retag(input));
  }

  @Operation('updateTomato')
  async updateTomato(input: Input<'updateTomato'>): Promise<Output<'updateTomato'>> {
    return answer('updateTomato', await this.#retag(input));
  }

  @Operation('deleteTomato')
  async deleteTomato({ caller, path }: Input<'deleteTomato'>): Promise<Output<'deleteTomato'>> {
    return this.tomatoes.remove(caller.account, path.id);
  }

  async #retag(input: Input<'updateTomato'>) {
    const body = await this.tomatoes.retag(input.caller.account, input.path.id, input.body, requestedZone(input));
    return { status: 200, body, headers: this.#placeOf(body) } as const;
  }

  #placeOf({ id }: Schema<'Tomato'>): { Location: string } {
    return { Location: `${this.options.publicUrl}/api/tomatoes/${id}` };
  }
}
