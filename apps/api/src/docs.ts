import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { stringify } from 'yaml';
import { bundle, readDocument } from '#contract';
import { landingPage } from './landing.js';

/** What the docs serve beside the APIs; no document has to know these paths. */
export const docsPaths = ['/', '/docs', '/openapi/'];

/** The landing page at `/`, Swagger UI at `/docs`, and each document at `/openapi/<api>.yaml` and `.json`. */
export function serveDocs(app: NestFastifyApplication, apis: readonly string[]): void {
  const fastify = app.getHttpAdapter().getInstance();
  const documents = apis.map((api) => ({ api, tree: bundle(readDocument(api).root.file) }));
  const page = landingPage(documents);
  fastify.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  for (const { api, tree } of documents) {
    const texts = { json: JSON.stringify(tree, null, 2), yaml: stringify(tree, { aliasDuplicateObjects: false }) };
    fastify.get(`/openapi/${api}.json`, (_request, reply) => reply.type('application/json').send(texts.json));
    fastify.get(`/openapi/${api}.yaml`, (_request, reply) => reply.type('application/yaml').send(texts.yaml));
  }
  SwaggerModule.setup('docs', app, documents[0]!.tree as unknown as OpenAPIObject, {
    explorer: true,
    raw: false,
    customSiteTitle: 'Guildhall APIs',
    swaggerOptions: {
      urls: documents.map(({ api, tree }) => ({ name: (tree['info'] as { title: string }).title, url: `/openapi/${api}.json` })),
      persistAuthorization: true,
      deepLinking: true,
      displayRequestDuration: true,
      validatorUrl: null,
    },
  });
}
