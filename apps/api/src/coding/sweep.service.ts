import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence';
import { Heartbeats } from './heartbeats.service.js';

const intervalMs = 60_000;

/** Stores idle sessions every minute, so that they show in a person's data without a further heartbeat. */
@Injectable()
export class SessionSweep implements OnApplicationBootstrap {
  readonly #log = new Logger(SessionSweep.name);
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(
    private readonly heartbeats: Heartbeats,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    this.database.beforeClose(() => this.#stop());
    this.#timer = setInterval(() => this.#sweep(), intervalMs).unref();
    this.#sweep();
  }

  #sweep(): void {
    this.#sweeping ??= this.heartbeats
      .storeIdle()
      .catch((error: unknown) => this.#log.error('Idle sessions could not be stored; the next sweep will try', error))
      .finally(() => (this.#sweeping = undefined));
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }
}
