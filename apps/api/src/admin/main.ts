import 'reflect-metadata';
import { readSettings } from '../settings.js';
import { administer } from './program.js';

process.exitCode = await administer(process.argv.slice(2), {
  settings: readSettings,
  write: (text) => process.stdout.write(text),
  remark: (text) => process.stderr.write(text),
});
