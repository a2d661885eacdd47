// A process that starts on a database, for tests of several that do so at once. Node.js runs the TypeScript of the
// sources itself, as soon as the names of the imports lead to them.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) => {
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

const { defineEntity, p } = await import('@mikro-orm/core');
const { connect } = await import('../../../libs/persistence/src/connect.ts');
const { migrate } = await import('../../../libs/persistence/src/migrate.ts');
const { histories } = await import('../../../libs/persistence/src/migrations/history.ts');

const [url] = process.argv.slice(2);
const anything = defineEntity({ name: 'Anything', properties: { id: p.integer().primary() } });
const connected = await connect({ url, entities: [anything] });
await migrate(connected, histories[connected.dialect], console.log);
await connected.orm.close(true);
console.log('started');
