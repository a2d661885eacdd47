import 'reflect-metadata';
import { Controller, Get, Post, Put, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ContractAdapter, ContractModule, contractOf } from '#contract';

/*
 * Boots once and tells how long it took: with `contract`, a server whose operations come from a document; with
 * `decorators`, one with the same routes written as Nest has them, which is what such an application costs anyway.
 */

export interface BootInput {
  readonly kind: 'contract' | 'decorators';
  /** The document's file URL. */
  readonly document: string;
  readonly operations: number;
}

const verbs = { list: Get(), create: Post(), read: Get(':id'), replace: Put(':id') };
type Verb = keyof typeof verbs;

/** A controller with the four handlers of a resource; `route` decorates them. */
function controllerOf(name: string, path: string, route: (id: string, verb: Verb) => MethodDecorator): Type {
  class ResourceController {
    async answer(): Promise<object> {
      return {};
    }
  }
  const { prototype } = ResourceController;
  for (const verb of Object.keys(verbs) as Verb[]) {
    const id = `${verb}${name}`;
    const descriptor = { value: () => prototype.answer() };
    route(id, verb)(prototype, id, descriptor);
    Object.defineProperty(prototype, id, descriptor);
  }
  Controller(path)(ResourceController);
  return ResourceController;
}

async function bootDecorated(names: readonly string[]): Promise<void> {
  const controllers = names.map((name) => controllerOf(name, name, (_, verb) => verbs[verb]));
  const root = { module: DiscoveryModule, controllers };
  await (await NestFactory.create(root, new FastifyAdapter(), { logger: false })).init();
}

async function bootContract(names: readonly string[], document: URL): Promise<void> {
  const { Operation } = contractOf<Record<string, never>, Record<string, never>>(document);
  const controllers = names.map((name) => controllerOf(name, '', (id) => Operation(id) as MethodDecorator));
  const root = { ...ContractModule.forRoot({ documents: [document] }), controllers };
  const adapter = new ContractAdapter({ isStrict: false });
  await (await NestFactory.create(root, adapter, { logger: false, bodyParser: false, abortOnError: false })).init();
}

process.once('message', async ({ kind, document, operations }: BootInput) => {
  const names = Array.from({ length: operations / 4 }, (_, index) => `Resource${index}`);
  const startMs = performance.now();
  if (kind === 'contract') await bootContract(names, new URL(document));
  else await bootDecorated(names);
  process.send?.({ bootMs: performance.now() - startMs });
  process.disconnect();
});
