import { Controller, Get } from '@nestjs/common';
import { describe, expect, it, vi } from 'vitest';
import { controllerOf, fixture, type Fixture, logged, serve } from '../fixtures/serve.js';
import { ContractFaults } from './boot-check.js';
import type { Fault } from './document.js';

/** What a server that does not start says of its documents, as `document:line operation: message`. */
async function refusalOf(names: string | string[], options: Fixture = {}): Promise<string[]> {
  const paths = [names].flat().map((name) => `refused/${name}`);
  const error = await serve(paths, options).then(() => new Error('it started'), (thrown: unknown) => thrown as Error);
  if (!(error instanceof ContractFaults)) throw error;
  expect(error.message.split('\n')).toHaveLength(error.faults.length + 1);
  return error.faults.map(written);
}

const written = ({ document, line, operation, message }: Fault): string =>
  `${document}:${line ?? ''} ${operation === undefined ? '' : `${operation}: `}${message}`;

@Controller()
class PlainController {
  @Get('/plain/:id')
  async read(): Promise<string> {
    return 'read';
  }
}

@Controller()
class HealthController {
  @Get('/health')
  async health(): Promise<string> {
    return 'well';
  }
}

describe('the start is refused for', () => {
  it('an operation without a handler', async () => {
    expect(await refusalOf('operation-without-handler', { unhandled: ['getNobody'] }))
      .toEqual(['operation-without-handler.yaml:5 getNobody: has no handler']);
  });

  it('an operation with two handlers', async () => {
    const again = controllerOf(fixture('refused/two-handlers'), ['getTwice']);
    expect(await refusalOf('two-handlers', { controllers: [again] }))
      .toEqual(['two-handlers.yaml:5 getTwice: has 2 handlers: FixtureController.getTwice, FixtureController.getTwice']);
  });

  it('a handler without an operation', async () => {
    expect(await refusalOf('handler-without-operation', { handlers: { getUnknown: () => undefined } })).toEqual([
      'handler-without-operation.yaml:3 getUnknown: FixtureController.getUnknown handles an operation that no document has',
    ]);
  });

  it('a security scheme without an authenticator', async () => {
    expect(await refusalOf('scheme-without-authenticator', { schemes: [] }))
      .toEqual(['scheme-without-authenticator.yaml:6 the security scheme lonelyToken has no authenticator']);
  });

  it('a security scheme with two authenticators', async () => {
    expect(await refusalOf('two-authenticators', { schemes: ['sharedToken', 'sharedToken'] })).toEqual([
      'two-authenticators.yaml:6 the security scheme sharedToken has 2 authenticators: FixtureAuthenticator, FixtureAuthenticator',
    ]);
  });

  it('an authenticator without a security scheme', async () => {
    expect(await refusalOf('authenticator-without-scheme', { schemes: ['strayToken'] })).toEqual([
      'authenticator-without-scheme.yaml: FixtureAuthenticator authenticates the security scheme strayToken, which no document defines',
    ]);
  });

  it('an id that stands in two documents', async () => {
    expect(await refusalOf(['repeated-id-a', 'repeated-id-b']))
      .toEqual(['repeated-id-b.yaml:5 getShared: the operationId stands in repeated-id-a.yaml too']);
  });

  it('a path that shadows another document\'s', async () => {
    expect(await refusalOf(['shadowed-path-a', 'shadowed-path-b']))
      .toEqual(['shadowed-path-b.yaml:6 getThere: GET /a/{key} shadows getHere of shadowed-path-a.yaml']);
  });

  it('a route that no document knows, unless it is a named exception', async () => {
    expect(await refusalOf('unknown-route', { controllers: [PlainController] })).toEqual([
      'the server: the route GET /plain/:id stands in no document', 'the server: the route HEAD /plain/:id stands in no document',
    ]);
  });

  it.each<[name: string, faults: string[], others?: string[]]>([
    ['repeated-id', ['9 getSame: the operationId stands twice']],
    ['shadowed-path', ['9 getByName: GET /a/{name} shadows getById of shadowed-path.yaml']],
    ['secured-without-401', ['5 getSecured: is secured and documents no 401']],
    ['limited-without-429', ['5 getLimited: is limited and documents no 429']],
    ['unknown-scheme', ['5 getSecret: asks for the security scheme nowhereToken, which the document does not define']],
    ['unreadable-scheme', ['6 the security scheme flow is of a kind that the server cannot read']],
    ['broken-yaml', ['5 cannot be read: deficient indentation']],
    ['repeated-key', ['8 cannot be read: duplicated mapping key']],
    ['no-document', ['1 is not an OpenAPI document']],
    ['old-version', ['1 is not an OpenAPI 3.1 document']],
    ['missing-file', [' does not exist']],
    ['missing-reference', [
      '12 getMissing: $ref #/components/schemas/Nowhere leads nowhere', '13 $ref nowhere.yaml#/paths/b leads nowhere',
    ], ['nowhere.yaml: does not exist']],
    ['circular-reference', ['8 getCircle: $ref #/components/responses/Round leads in a circle']],
    ['unknown-keyword', ['12 getKeyword: unknown keyword nullable', '13 getKeyword: unknown keyword maxLenght', '22 unknown keyword lenght']],
    ['wrong-keyword', [
      '6 unknown type "strng"', '7 unknown format "binary"', '8 pattern ( is no regular expression', '9 pattern [ is no regular expression',
      '10 is no schema',
    ]],
    ['uncompilable', ['12 getUncompilable: minimum value must be ["number"]']],
    ['no-success', ['5 getFailure: documents no success']],
    ['no-status', ['9 getDefault: default is no HTTP status']],
    ['no-operation-id', ['5 GET /a has no operationId']],
    ['bad-rate-limit', [
      '7 getNever: x-rate-limit: limit must be a number above 0', '12 getOdd: x-rate-limit: algorithm must be one of gcra, token-bucket',
      '17 postNobody: x-rate-limit: the body has no required member mail',
    ]],
    ['bad-parameter', [
      '7 getNameless: a parameter needs a name and a place', '12 getShapeless: the parameter q has no schema',
      '17 getDeep: the parameter q is written in a way that the server does not read',
    ]],
  ])('the document %s.yaml', async (name, faults, others = []) => {
    expect(await refusalOf(name)).toEqual([...faults.map((fault) => `${name}.yaml:${fault}`), ...others]);
  });

  it('all of these at once, each once', async () => {
    const faults = await refusalOf(['bad-rate-limit', 'no-success', 'limited-without-429', 'broken-yaml'], {
      unhandled: ['getLimited'], schemes: ['strayToken'], controllers: [PlainController],
    });
    expect(faults).toEqual([
      expect.stringContaining('bad-rate-limit.yaml:7'), expect.stringContaining('bad-rate-limit.yaml:12'),
      expect.stringContaining('bad-rate-limit.yaml:17'), expect.stringContaining('no-success.yaml:5'),
      expect.stringContaining('broken-yaml.yaml:5'), expect.stringContaining('limited-without-429.yaml:5 getLimited: is limited'),
      expect.stringContaining('limited-without-429.yaml:5 getLimited: has no handler'), expect.stringContaining('strayToken'),
      expect.stringContaining('GET /plain/:id'), expect.stringContaining('HEAD /plain/:id'),
    ]);
  });
});

it('a server whose documents and code fit together starts, with the routes that no document has to know', async () => {
  const { url, close } = await serve(['library', 'limits'], { controllers: [HealthController] });
  expect(await (await fetch(`${url}/health`)).text()).toBe('well');
  await close();
});

it('a server that is not strict compiles its schemas after the start, and tells of those that it cannot', async () => {
  const { close } = await serve('refused/uncompilable', { isStrict: false });
  await vi.waitFor(() => expect(logged.join()).toContain('minimum value must be'));
  await close();
});
