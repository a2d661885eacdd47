import { setImmediate } from 'node:timers/promises';
import { type DynamicModule, Inject, Logger, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, DiscoveryService, HttpAdapterHost, MetadataScanner } from '@nestjs/core';
import { ThrottlerModule, type ThrottlerStorage } from '@nestjs/throttler';
import { Apis } from './apis.js';
import { bindingOf } from './binding.js';
import { ContractFaults, findFaults, type Offer, validatorsOf } from './boot-check.js';
import { ContractAdapter } from './contract-adapter.js';
import { LimitStore } from './limit-store.js';
import { readDocument } from './operation.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import type { Validator } from './schemas.js';
import { SecurityGuard } from './security.guard.js';

export interface ContractOptions {
  /** The documents that the server serves: `coding` is `openapi/coding.yaml`; the first wins where an unknown path is anybody's. */
  readonly documents: readonly (string | URL)[];
  /** Routes that no document has to know, as path prefixes; `/` stands for itself alone. */
  readonly exempt?: readonly string[];
  /** Where rate limits are counted; by default in this process. */
  readonly limits?: ThrottlerStorage;
  /** Whether limits are applied; without, every caller is told of a full one. */
  readonly isLimiting?: boolean;
}

const OPTIONS = Symbol('ContractOptions');

/** The contract runtime: guards, filter and boot check over the documents. Needs the `ContractAdapter`. */
@Module({})
export class ContractModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(OPTIONS) private readonly options: ContractOptions,
    private readonly host: HttpAdapterHost<ContractAdapter>,
    private readonly discovery: DiscoveryService,
    private readonly security: SecurityGuard,
  ) {}

  static forRoot(options: ContractOptions): DynamicModule {
    return {
      module: ContractModule,
      imports: [
        DiscoveryModule,
        ThrottlerModule.forRoot({
          // Throttler warns when it has no limit of its own; ours stand in the documents.
          throttlers: [{ limit: Number.MAX_SAFE_INTEGER, ttl: 1 }],
          storage: options.limits ?? new LimitStore(),
          skipIf: () => options.isLimiting === false,
        }),
      ],
      providers: [
        { provide: OPTIONS, useValue: options },
        SecurityGuard,
        // In this order: who calls, then how often, then what.
        { provide: APP_GUARD, useExisting: SecurityGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  /** Runs once all routes are mapped and before the port opens. Throws `ContractFaults`. */
  onModuleInit(): void {
    const documents = this.options.documents.map(readDocument);
    const adapter = this.host.httpAdapter;
    adapter.apis = new Apis(documents);
    const offer: Offer = {
      handlers: this.#handlers(),
      authenticators: this.security.discover(),
      routes: adapter.routes,
      isCompiling: adapter.conformance.isStrict,
      isExempt: (url) => (this.options.exempt ?? []).some((prefix) => url === prefix || (prefix !== '/' && url.startsWith(prefix))),
    };
    const faults = findFaults(documents, offer);
    if (faults.length > 0) throw new ContractFaults(faults);
  }

  /** Where the start does not wait for the schemas, they are compiled as soon as it is over, one between two requests. */
  onApplicationBootstrap(): void {
    const { apis, conformance } = this.host.httpAdapter;
    if (!conformance.isStrict) void prepare(apis.operations.flatMap(validatorsOf));
  }

  #handlers(): Offer['handlers'] {
    const scanner = new MetadataScanner();
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const binding = bindingOf(prototype[method]!);
        return binding ? [{ name: `${metatype?.name}.${method}`, binding }] : [];
      });
    });
  }
}

async function prepare(validators: readonly Validator[]): Promise<void> {
  for (const validator of validators) {
    await setImmediate(undefined, { ref: false });
    try {
      validator.prepare();
    } catch (cause) {
      new Logger('Contract').error((cause as Error).message);
    }
  }
}
