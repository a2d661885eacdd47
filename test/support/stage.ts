import { accountEntities } from '#accounts';
import { Database, type Dialect } from '#persistence';
import { startApp, type TestApp } from './app.js';
import { freshDatabase, type FreshDatabase } from './databases.js';
import { type Answer, send, sendRaw, type Wanted } from './http.js';
import { promisesOf } from './observed.js';

/** What the tests of a suite play on: a server without limits, others beside it, and the database that they share. */
export class Stage {
  readonly dialect: Dialect;
  #fresh: FreshDatabase | undefined;
  #database: Promise<Database> | undefined;
  #app: TestApp | undefined;
  readonly #apps = new Set<TestApp>();
  readonly #observed = new Set<ReadonlySet<string>>();

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  async open(): Promise<void> {
    this.#fresh = await freshDatabase(this.dialect);
    this.#app = await this.start();
  }

  async close(): Promise<void> {
    for (const app of this.#apps) await this.stop(app);
    await (await this.#database)?.close();
    await this.#fresh?.remove();
  }

  /** Starts a further server on the same database, with settings of its own; it ends with the stage. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
    const app = await startApp(this.#fresh!.url, env);
    this.#apps.add(app);
    this.#observed.add(app.observed);
    return app;
  }

  /** Ends a server before its time. */
  async stop(app: TestApp): Promise<void> {
    this.#apps.delete(app);
    await app.close();
  }

  get url(): string {
    return this.#app!.url;
  }

  get databaseUrl(): string {
    return this.#fresh!.url;
  }

  get(path: string, wanted: Wanted = {}): Promise<Answer> {
    return send(this.url, { method: 'GET', path, ...wanted });
  }

  post(path: string, wanted: Wanted = {}): Promise<Answer> {
    return send(this.url, { method: 'POST', path, ...wanted });
  }

  raw(...parts: readonly (string | Uint8Array)[]): Promise<Answer> {
    return sendRaw(this.url, ...parts);
  }

  /** Runs a statement on the database, past the server. */
  async sql<Row extends object>(text: string, ...values: readonly (string | number)[]): Promise<readonly Row[]> {
    this.#database ??= Database.open({ url: this.#fresh!.url, entities: accountEntities });
    const database = await this.#database;
    return database.write((em) => database.statement<Row>(text)(em, ...values));
  }

  /** Which of the answers that the document promises for an operation no server of this stage has given. */
  missing(api: string, operation: string): string[] {
    return promisesOf(api, operation).filter((promise) => !this.#observed.values().some((seen) => seen.has(promise)));
  }
}
