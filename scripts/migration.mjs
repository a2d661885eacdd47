// Writes the next migration of both dialects: `npm run migration -- <name>`, after a build. Read and tidy what it
// wrote, then add both classes to libs/persistence/src/migrations/history.ts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Migrator, TSMigrationGenerator } from '@mikro-orm/migrations';

const root = join(import.meta.dirname, '..');

const [what] = process.argv.slice(2);
if (!/^[a-z][a-z-]*$/.test(what ?? '')) throw new Error('Say what it is about: npm run migration -- coding-goals');

const { connect } = await import('../dist/libs/persistence/src/connect.js');
const { migrate } = await import('../dist/libs/persistence/src/migrate.js');
const { histories } = await import('../dist/libs/persistence/src/migrations/history.js');
const { entities } = await import('../dist/apps/api/src/entities.js');

const name = `${String(histories.sqlite.length + 1).padStart(3, '0')}-${what}`;
const className = what.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** Only the way forward is written, and the name that the database remembers is the file's. */
class ForwardGenerator extends TSMigrationGenerator {
  generateMigrationFile(_className, { up }) {
    const statements = up.map((sql) => this.createStatement(sql, 4)).join('');
    return `import { Migration } from '@mikro-orm/migrations';

export class ${className} extends Migration {
  override readonly name = '${name}';

  override up(): void {
${statements}  }
}
`;
  }
}

async function write(url) {
  const connected = await connect({ url, entities });
  const { orm, dialect } = connected;
  try {
    await migrate(connected, histories[dialect]);
    orm.config.set('migrations', {
      ...orm.config.get('migrations'),
      path: join(root, 'libs/persistence/src/migrations', dialect),
      emit: 'ts',
      fileName: () => name,
      generator: ForwardGenerator,
    });
    const { fileName } = await new Migrator(orm.em).create();
    console.log(fileName ? `Wrote ${dialect}/${fileName}` : `${dialect}: the entities have not changed`);
  } finally {
    await orm.close(true);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'guildhall-migration-'));
const script = join(root, 'test/support/postgres-server.ts');
const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
try {
  const [url] = await once(createInterface(server.stdout), 'line');
  await write(`sqlite:${join(folder, 'empty.db')}`);
  await write(url);
} finally {
  server.stdin.end();
  rmSync(folder, { recursive: true });
}
