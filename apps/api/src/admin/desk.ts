import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '../settings.js';
import { AdminModule } from './admin.module.js';

/** Where a command line comes from and what it can write to. */
export interface Surroundings {
  /** Throws when they are wrong. Read only once a command needs them, so that help is there whatever they are. */
  readonly settings: () => Settings;
  /** Takes what was asked for, which another program may read. */
  readonly write: (text: string) => void;
  /** Takes what is said beside it, to people. */
  readonly remark: (text: string) => void;
}

/** A command cannot do what it was asked to; the message says why, to the operator. */
export class CommandFailure extends Error {}

/** What a command works at: the services of the server, which may be running meanwhile, and somewhere to write. */
export class Desk {
  #context: INestApplicationContext | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  /** Prints a line of the result. */
  print(line: string): void {
    this.surroundings.write(`${line}\n`);
  }

  /** Says something to the operator that is no part of the result. */
  remark(line: string): void {
    this.surroundings.remark(`${line}\n`);
  }

  async service<Service>(type: Type<Service>): Promise<Service> {
    const settings = this.surroundings.settings();
    this.#context ??= await NestFactory.createApplicationContext(AdminModule.forRoot(settings), {
      abortOnError: false,
      logger: false,
    }).catch((cause: unknown) => {
      throw new CommandFailure(`The database cannot be opened: ${reasonOf(cause)}`, { cause });
    });
    return this.#context.get(type, { strict: false });
  }

  async close(): Promise<void> {
    await this.#context?.close();
  }
}

/** A refused connection is several errors in one, for the several addresses of a host, and has no words of its own. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof AggregateError ? (cause.errors as readonly unknown[])[0] : cause;
  return inner instanceof Error ? inner.message : String(inner);
}
