import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createHistogram, performance, type RecordableHistogram } from 'node:perf_hooks';

export interface Plan {
  readonly port: number;
  readonly seconds: number;
  /** For each connection the requests, as they go over the wire, that it sends one after the other, round and round. */
  readonly requests: readonly (readonly string[])[];
}

export interface Measurement {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How much of the time this client had work to do: near 1, it is the client that was measured. */
  readonly clientBusy: number;
}

/**
 * A client that does as little as can be done: requests are bytes made beforehand, and of an answer it reads the status
 * and the length. General clients cost about as much a request as the servers measured here, and share their machine.
 */
class Connection {
  readonly #socket: Socket;
  readonly #requests: readonly Buffer[];
  readonly #latenciesUs: RecordableHistogram;
  #next = 0;
  #sentAtMs = 0;
  #answer = '';
  #stopAtMs = 0;
  #finish: (error?: Error) => void = () => undefined;

  constructor(port: number, requests: readonly string[], latenciesUs: RecordableHistogram) {
    this.#requests = requests.map((request) => Buffer.from(request));
    this.#latenciesUs = latenciesUs;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
    this.#socket.on('data', (text: string) => this.#read(text));
    this.#socket.on('error', (error) => this.#finish(error));
    this.#socket.on('close', () => this.#finish(new Error('The server closed a connection')));
  }

  async open(): Promise<void> {
    if (this.#socket.connecting) await once(this.#socket, 'connect');
  }

  /** Sends one request after the other until `stopAtMs`, and resolves once the last is answered. */
  async run(stopAtMs: number): Promise<void> {
    this.#stopAtMs = stopAtMs;
    await new Promise<void>((resolve, reject) => {
      this.#finish = (error) => (error === undefined ? resolve() : reject(error));
      this.#send();
    });
    this.#finish = () => undefined;
    this.#socket.destroy();
  }

  #send(): void {
    const request = this.#requests[this.#next] ?? '';
    this.#next = (this.#next + 1) % this.#requests.length;
    this.#sentAtMs = performance.now();
    this.#socket.write(request);
  }

  #read(text: string): void {
    this.#answer += text;
    const end = this.#answer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#answer.slice(0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) {
      return this.#finish(new Error(`Not an answer to be counted: ${this.#answer}`));
    }
    if (this.#answer.length < end + 4 + Number(length)) return;
    this.#answer = '';
    const nowMs = performance.now();
    this.#latenciesUs.record(Math.max(1, Math.round((nowMs - this.#sentAtMs) * 1000)));
    if (nowMs < this.#stopAtMs) this.#send();
    else this.#finish();
  }
}

async function measure({ port, seconds, requests }: Plan): Promise<Measurement> {
  const latenciesUs = createHistogram();
  const connections = requests.map((list) => new Connection(port, list, latenciesUs));
  await Promise.all(connections.map((connection) => connection.open()));
  const startMs = performance.now();
  const idle = performance.eventLoopUtilization();
  await Promise.all(connections.map((connection) => connection.run(startMs + seconds * 1000)));
  return {
    requests: latenciesUs.count,
    requestsPerSecond: latenciesUs.count / ((performance.now() - startMs) / 1000),
    p50Ms: latenciesUs.percentile(50) / 1000,
    p99Ms: latenciesUs.percentile(99) / 1000,
    clientBusy: performance.eventLoopUtilization(idle).utilization,
  };
}

process.on('message', (plan: Plan) => {
  measure(plan).then(
    (measurement) => process.send?.(measurement),
    (error: Error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
