/**
 * Writes what is made from the documents in openapi/ to sdk/src/generated/: of `coding.yaml` the types (`coding.d.ts`),
 * for the server and the SDK alike, and how each operation travels (`coding.routes.ts`), for the SDK.
 * `--check` writes nothing, names the files that differ from their document, and ends with 1 if there are any.
 * What it writes depends on the documents and the lockfile alone.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const documentsUrl = new URL('../openapi/', import.meta.url);
const generatedUrl = new URL('../sdk/src/generated/', import.meta.url);
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const documents = (await readdir(documentsUrl))
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.asyncapi.yaml') && name !== 'common.yaml')
  .sort();

const common = await load('common.yaml');
const wanted = new Map();
for (const name of documents) {
  const api = name.replace(/\.yaml$/, '');
  const document = await load(name);
  const header = `// Generated from openapi/${name} by npm run generate. Change the document instead.\n\n`;
  wanted.set(`${api}.d.ts`, header + (await typesOf(name, document)) + securityOf(document));
  wanted.set(`${api}.routes.ts`, header + routesOf(api, document));
}
const unwanted = (await list(generatedUrl)).filter((name) => !wanted.has(name));

if (argv.includes('--check')) {
  const stale = unwanted.map((name) => `${name} belongs to no document`);
  for (const [name, text] of wanted) if (text !== (await read(name))) stale.push(`${name} differs from its document`);
  for (const fault of stale) console.error(`sdk/src/generated/${fault}; run: npm run generate`);
  if (stale.length > 0) exit(1);
} else {
  for (const name of unwanted) await rm(new URL(name, generatedUrl));
  for (const [name, text] of wanted) await writeFile(new URL(name, generatedUrl), text);
}

async function typesOf(name, document) {
  const headers = { ...common.components.headers, ...document.components.headers };
  return withClient(withOptionalHeaders(astToString(await openapiTS(new URL(name, documentsUrl))), headers), document);
}

async function load(name) {
  return parse(await readFile(new URL(name, documentsUrl), 'utf8'));
}

/** openapi-typescript takes every header behind a `$ref` for a required one. */
function withOptionalHeaders(types, headers) {
  return types.replaceAll(/: (components\["headers"\]\["([^"]+)"\];)/g, (property, type, name) =>
    headers[name]?.required === false ? `?: ${type}` : property,
  );
}

/** What the server finds out about the client by itself, where `x-client-address` asks for it, joins what the client sends. */
function withClient(types, document) {
  const ids = operationsOf(document).filter((operation) => operation['x-client-address']).map(({ operationId }) => operationId);
  return ids.reduce(
    (text, id) => text.replace(`\n    ${id}: {\n        parameters: {`, '$&\n            client: { address: string; isSecure: boolean };'),
    types,
  );
}

function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })),
  );
}

/** The schemes that may have signed a caller in, by operation: which openapi-typescript leaves out. */
function securityOf(document) {
  const members = operationsOf(document).map(
    ({ operationId, security }) => `    ${operationId}: ${callers(security ?? document.security ?? [])};\n`,
  );
  return `\nexport interface security {\n${members.join('')}}\n`;
}

function routesOf(api, document) {
  const members = operationsOf(document).map(({ operationId, method, path, requestBody }) => {
    const [type] = Object.keys(requestBody?.content ?? {});
    const isText = requestBody?.content?.[type]?.schema?.type === 'string';
    const any = isText ? 'text/plain' : 'application/octet-stream';
    const body = type === undefined ? '' : `, body: '${type === '*/*' ? any : type}'`;
    return `  ${operationId}: { method: '${method.toUpperCase()}', path: '${path}'${body} },\n`;
  });
  return `export const prefix = '/${api}';\n\nexport const routes = {\n${members.join('')}} as const;\n`;
}

function callers(alternatives) {
  const schemes = new Set(alternatives.flatMap(Object.keys));
  if (schemes.size === 0) return 'never';
  const isOptional = alternatives.some((alternative) => Object.keys(alternative).length === 0);
  return [...[...schemes].map((scheme) => `'${scheme}'`), ...(isOptional ? ['undefined'] : [])].join(' | ');
}

async function list(folderUrl) {
  return (await readdir(fileURLToPath(folderUrl))).filter((name) => !name.startsWith('.'));
}

async function read(name) {
  return readFile(new URL(name, generatedUrl), 'utf8').catch(() => undefined);
}
