import 'reflect-metadata';
import { ContractFaults } from '#contract';
import { createApp } from './app.js';
import { readSettings, SettingsError } from './settings.js';

try {
  const settings = readSettings();
  const app = await createApp(settings);
  await app.listen({ port: settings.port, host: settings.host });
  console.log(`Guildhall listens on ${settings.publicUrl}
  docs  ${settings.publicUrl}/docs
  data  ${settings.databaseUrl.replace(/\/\/[^@/]*@/, '//')}
  mail  ${settings.smtpUrl ? 'sent by SMTP' : `${settings.dataDir}/mail`}`);
} catch (error) {
  const isExplained = error instanceof SettingsError || error instanceof ContractFaults;
  console.error(isExplained ? error.message : error);
  process.exit(1);
}
