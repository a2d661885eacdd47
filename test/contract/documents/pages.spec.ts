import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { apis } from '../../../apps/api/src/app.module.js';
import { Stage } from '../../support/stage.js';

interface Document {
  readonly info: { readonly title: string; readonly summary: string };
  readonly paths: object;
}

const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const rules = fileURLToPath(new URL('../../../redocly.yaml', import.meta.url));
const stage = new Stage('sqlite');
beforeAll(() => stage.open());
afterAll(() => stage.close());

const document = async (api: string) => (await stage.get(`/openapi/${api}.json`)).body as Document;
const titles = () => Promise.all(apis.map(async (api) => (await document(api)).info.title));

describe('the landing page', () => {
  it('tells a newcomer what runs here, and where the docs are', async () => {
    const { status, headers, body } = await stage.get('/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const api of apis) {
      const { info } = await document(api);
      for (const text of [info.title, info.summary, `/openapi/${api}.yaml`, `/openapi/${api}.json`]) {
        expect(body).toContain(text);
      }
    }
    expect(body).toContain('href="/docs"');
  });

  it('leads nowhere that does not exist', async () => {
    const { body } = await stage.get('/');
    const links = [...String(body).matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(3 * apis.length);
    for (const link of links) expect([link, (await stage.get(link)).status]).toEqual([link, 200]);
  });
});

describe('the docs page', () => {
  it.each(['/docs', '/docs/'])('is Swagger UI, at %s', async (path) => {
    const { status, headers, body } = await stage.get(path);
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    expect(body).toContain('<title>Guildhall APIs</title>');
    const links = [...String(body).matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(3);
    for (const { host, pathname } of links.map((link) => new URL(link, `http://x${path}`))) {
      expect(host).toBe('x');
      expect([pathname, (await stage.get(pathname)).status]).toEqual([pathname, 200]);
    }
  });

  it('lets a reader select among the documents', async () => {
    const { body } = await stage.get('/docs/swagger-ui-init.js');
    const [, urls = ''] = /"urls": (\[[^\]]*\])/.exec(String(body)) ?? [];
    const expected = (await titles()).map((name, index) => ({ name, url: `/openapi/${apis[index]}.json` }));
    expect(JSON.parse(urls)).toEqual(expected);
  });
});

describe.each(apis)('the document %s', (api) => {
  it('is served as YAML and as JSON, which say the same', async () => {
    const [yaml, json] = [await stage.get(`/openapi/${api}.yaml`), await stage.get(`/openapi/${api}.json`)];
    expect([yaml.status, yaml.headers['content-type']]).toEqual([200, 'application/yaml']);
    expect([json.status, json.headers['content-type']]).toEqual([200, expect.stringMatching(/^application\/json/)]);
    expect(parse(String(yaml.body))).toEqual(json.body);
  });

  it('stands by itself', async () => {
    const references = [...JSON.stringify(await document(api)).matchAll(/"\$ref":"([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter(([, target = '']) => !target.startsWith('#/'))).toEqual([]);
  });
});

it('the documents are as free of warnings as their sources', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-docs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await copyFile(rules, join(folder, 'redocly.yaml'));
  await mkdir(join(folder, 'openapi'));
  for (const api of apis) {
    await writeFile(join(folder, 'openapi', `${api}.yaml`), String((await stage.get(`/openapi/${api}.yaml`)).body));
  }
  const lint = promisify(execFile)(process.execPath, [redocly, 'lint', ...apis], { cwd: folder });
  await expect(lint).resolves.toBeDefined();
});
