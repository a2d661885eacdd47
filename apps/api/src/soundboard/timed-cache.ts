interface Entry<Answer> {
  readonly answer: Promise<Answer>;
  untilMs: number;
}

/** Answers that hold for a while from when they came. Who asks meanwhile waits for the same one; a failure is none. */
export class TimedCache<Answer> {
  readonly #entries = new Map<string, Entry<Answer>>();

  constructor(
    private readonly lifetimeMs: number,
    private readonly maxEntries = 10_000,
  ) {}

  get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#entries.get(key);
    return known && known.untilMs > Date.now() ? known.answer : this.renew(key, ask);
  }

  /** Asks anew, whatever is known. */
  renew(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const entry: Entry<Answer> = { answer: ask(), untilMs: Infinity };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#shrink();
    entry.answer.then(
      () => (entry.untilMs = Date.now() + this.lifetimeMs),
      () => this.#entries.get(key) === entry && this.#entries.delete(key),
    );
    return entry.answer;
  }

  /** A Map keeps the order of insertion: the first entry is the one that was asked for longest ago. */
  #shrink(): void {
    if (this.#entries.size <= this.maxEntries) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }
}
