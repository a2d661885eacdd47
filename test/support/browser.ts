import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const candidates = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`);

/** Where the machine has a browser of the Chromium kind; undefined where it has none. */
export const chromium: string | undefined = [process.env['CHROMIUM'] ?? '', ...candidates].find((path) => path !== '' && existsSync(path));

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly httpOnly: boolean;
  readonly sameSite?: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A headless browser with one page, led by the DevTools protocol over the WebSocket that comes with Node. */
export class Browser {
  readonly #socket: WebSocket;
  readonly #session: string;
  readonly #end: () => Promise<void>;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #loaded: (() => void) | undefined;
  #count = 0;

  private constructor(socket: WebSocket, session: string, end: () => Promise<void>) {
    this.#socket = socket;
    this.#session = session;
    this.#end = end;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
  }

  static async start(executable: string): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'guildhall-browser-'));
    const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-port=0'];
    const browser = spawn(executable, [...options, `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    const gone = once(browser, 'exit');
    // Its processes are a group, of which none may stay behind.
    const kill = () => {
      try {
        process.kill(-browser.pid!, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    process.once('exit', kill);
    const end = async () => {
      process.off('exit', kill);
      kill();
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    };
    try {
      const socket = new WebSocket(await addressOf(createInterface(browser.stderr), gone));
      await once(socket, 'open');
      return new Browser(socket, await attach(socket), end);
    } catch (error) {
      await end();
      throw error;
    }
  }

  /** Goes to a page, wherever it leads on to; its address and its text once it is loaded. */
  async visit(url: string): Promise<{ url: string; text: string }> {
    await this.#send('Page.enable');
    const loaded = new Promise<void>((resolve) => (this.#loaded = resolve));
    await this.#send('Page.navigate', { url });
    await loaded;
    return this.run<{ url: string; text: string }>('({ url: location.href, text: document.body.innerText })');
  }

  /** Runs an expression in the page, and waits for what it promises. */
  async run<Value>(expression: string): Promise<Value> {
    type Evaluated = { result: { value: Value }; exceptionDetails?: { exception?: { description?: string } } };
    const { result, exceptionDetails: thrown } = await this.#send<Evaluated>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (thrown) throw new Error(`The page threw: ${thrown.exception?.description}`);
    return result.value;
  }

  async cookies(): Promise<readonly Cookie[]> {
    const { cookies } = await this.#send<{ cookies: Cookie[] }>('Network.getCookies');
    return cookies;
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#end();
  }

  #send<Result>(method: string, params: object = {}): Promise<Result> {
    const id = (this.#count += 1);
    this.#socket.send(JSON.stringify({ id, method, params, sessionId: this.#session }));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as Result)));
    });
  }

  #receive(message: Message): void {
    if (message.method === 'Page.loadEventFired') this.#loaded?.();
    if (message.id === undefined) return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }
}

/** The browser says on its error output where it can be led. */
async function addressOf(lines: AsyncIterable<string>, gone: Promise<unknown>): Promise<string> {
  const found = (async () => {
    for await (const line of lines) {
      const address = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
      if (address !== undefined) return address;
    }
    throw new Error('The browser did not say where it can be led');
  })();
  return Promise.race([found, gone.then(() => Promise.reject(new Error('The browser ended at once')))]);
}

/** Opens a session with the page that the browser has opened. */
async function attach(socket: WebSocket): Promise<string> {
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    socket.send(JSON.stringify({ id: 0, method, params }));
    for (;;) {
      const [event] = (await once(socket, 'message')) as [MessageEvent];
      const { id, result } = JSON.parse(String(event.data)) as Message;
      if (id === 0) return result as Result;
    }
  };
  const { targetId } = await ask<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  return sessionId;
}
