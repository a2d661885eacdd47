import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';

/** Runs `work` in one transaction and resolves after its commit; `open` gives each part a context of its own. */
export type Transact<Context> = (work: (open: () => Context) => Promise<void>) => Promise<void>;

/** A transaction failed by no fault of a work: running the works again would not help, or could do them twice. */
export class TransactionFailure extends Error {
  override readonly name = 'TransactionFailure';
}

/** Bounds how long a write waits for company under a load that never pauses. */
const maxTurns = 8;

type Run<Context, Item, Result> = (context: Context, items: readonly Item[]) => Promise<readonly Result[]>;

interface Entry<Context> {
  readonly run: Run<Context, unknown, unknown>;
  readonly item: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Lets writes share transactions: what arrives while one is being committed waits for the next. A transaction that
 * fails is rolled back and its writes are run one by one, so that a bad write rejects only its own caller.
 */
export class GroupCommit<Context> {
  readonly #transact: Transact<Context>;
  readonly #maxItems: number;
  readonly #within = new AsyncLocalStorage<{ isOpen: boolean }>();
  // The queue works in the context of its creation, so that no caller's asynchronous context reaches another's write.
  readonly #outside = AsyncLocalStorage.snapshot();
  #waiting: Entry<Context>[] = [];
  #working: Promise<void> | undefined;
  #isClosed = false;

  constructor(transact: Transact<Context>, maxItems = 256) {
    this.#transact = transact;
    this.#maxItems = maxItems;
  }

  /** Runs `work` in the next transaction and resolves after its commit. It may run twice, so it must be repeatable. */
  write<Result>(work: (context: Context) => Promise<Result>): Promise<Result> {
    return this.#enqueue(async (context) => [await work(context)], undefined);
  }

  /** Gathers items: `run` gets all that wait, in the order of their arrival, and gives a result for each. */
  batched<Item, Result>(run: Run<Context, Item, Result>): (item: Item) => Promise<Result> {
    return (item) => this.#enqueue(run, item);
  }

  /** Resolves when everything that waits is committed or rejected; later writes are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#working;
  }

  #enqueue<Item, Result>(run: Run<Context, Item, Result>, item: Item): Promise<Result> {
    if (this.#within.getStore()?.isOpen) {
      return Promise.reject(new Error('A write within a write would wait for itself: use its entity manager'));
    }
    if (this.#isClosed) return Promise.reject(new Error('The database is closing'));
    return new Promise((resolve, reject) => {
      // A run is only ever called with the items that were queued beside it, and these get its results.
      this.#waiting.push({ run, item, resolve, reject } as Entry<Context>);
      this.#working ??= this.#outside(() => this.#work());
    });
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#share(this.#waiting.splice(0, this.#maxItems));
    }
    this.#working = undefined;
  }

  /**
   * A SQLite commit never leaves the thread: only a turn of the event loop lets the requests in that arrived meanwhile.
   * It also costs as much as hundreds of turns, so that it waits for more as long as each turn brings some.
   */
  async #gather(): Promise<void> {
    let gathered = 0;
    for (let turn = 0; turn < maxTurns && this.#waiting.length > gathered && gathered < this.#maxItems; turn += 1) {
      gathered = this.#waiting.length;
      await turnOfTheEventLoop();
    }
  }

  async #share(entries: readonly Entry<Context>[]): Promise<void> {
    try {
      const results = await this.#commit(entries);
      for (const [entry, result] of results) entry.resolve(result);
    } catch (error) {
      if (entries.length === 1 || error instanceof TransactionFailure) {
        for (const entry of entries) entry.reject(error);
      } else {
        for (const entry of entries) await this.#share([entry]);
      }
    }
  }

  async #commit(entries: readonly Entry<Context>[]): Promise<ReadonlyMap<Entry<Context>, unknown>> {
    const results = new Map<Entry<Context>, unknown>();
    await this.#transact(async (open) => {
      for (const [run, lane] of Map.groupBy(entries, (entry) => entry.run)) {
        const items = lane.map((entry) => entry.item);
        const answers = await this.#guarded(() => run(open(), items));
        if (answers.length !== lane.length) throw new Error(`${lane.length} items got ${answers.length} results`);
        lane.forEach((entry, index) => results.set(entry, answers[index]));
      }
    });
    return results;
  }

  async #guarded<Result>(run: () => Promise<Result>): Promise<Result> {
    const scope = { isOpen: true };
    try {
      return await this.#within.run(scope, run);
    } finally {
      scope.isOpen = false;
    }
  }
}
