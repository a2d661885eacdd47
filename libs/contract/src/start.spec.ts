import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

/** A process that serves fixture documents, watched until it ends, or listens and is ended. */
async function run(names: readonly string[]) {
  const port = await freePort();
  const options = ['--conditions=source', '--import', new URL('../fixtures/typescript.mjs', import.meta.url).href];
  const child = spawn(process.execPath, [...options, here('main.ts'), String(port), ...names], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.error += String(chunk)));
  let wasOpen = false;
  while (child.exitCode === null && child.signalCode === null) {
    if (await isOpen(port)) {
      wasOpen = true;
      child.kill();
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { ...said, wasOpen, exitCode: child.exitCode };
}

it('a process whose documents have faults ends with 1, all of them told, and never opens its port', { timeout: 60_000 }, async () => {
  const { out, error, wasOpen, exitCode } = await run(['refused/no-success', 'refused/unknown-scheme', 'refused/broken-yaml']);
  expect({ out, wasOpen, exitCode }).toEqual({ out: '', wasOpen: false, exitCode: 1 });
  expect(error.split('\n')).toEqual([
    'The contract has 3 faults:',
    '  no-success.yaml:5 getFailure: documents no success',
    '  broken-yaml.yaml:5: cannot be read: deficient indentation',
    '  unknown-scheme.yaml:5 getSecret: asks for the security scheme nowhereToken, which the document does not define',
  ]);
});

it('a process whose documents have none opens it', { timeout: 60_000 }, async () => {
  const { error, wasOpen } = await run(['library']);
  expect({ error, wasOpen }).toEqual({ error: '', wasOpen: true });
});
