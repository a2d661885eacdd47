import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ContractAdapter } from '#contract';
import { apis, AppModule } from './app.module.js';
import { serveDocs } from './docs.js';
import type { Settings } from './settings.js';

/** The whole server, migrated and checked against its documents, but not listening yet. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const isProduction = settings.nodeEnv === 'production';
  const logger = new ConsoleLogger({ json: isProduction && !process.stdout.isTTY, logLevels: ['warn', 'error', 'fatal'] });
  const adapter = new ContractAdapter({
    trustProxy: proxiesOf(settings.trustProxy),
    isStrict: !isProduction,
    onBreach: ({ operation, status, message }) => logger.warn(`${operation} answered ${status}: ${message}`, 'Contract'),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  // A server that was asked to stop and did has not failed: 0, not 143.
  app.enableShutdownHooks([], { useProcessExit: true });
  serveDocs(app, apis);
  return app.init();
}

/** A number is how many proxies stand between the server and the world. */
const proxiesOf = (setting: Settings['trustProxy']): boolean | string | ((address: string, hop: number) => boolean) =>
  typeof setting === 'number' ? (_address, hop) => hop < setting : setting;
