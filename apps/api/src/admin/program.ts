import { Command, CommanderError } from 'commander';
import { SettingsError } from '../settings.js';
import { CommandFailure, Desk, type Surroundings } from './desk.js';
import { addInviteCommands } from './invites.js';
import { addScoreCommands } from './scores.js';

const exitCodes = `
Exit codes:
  0  done
  1  it could not be done
  2  wrongly asked`;

/** Runs one command line and resolves to its exit code. Never rejects. */
export async function administer(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const desk = new Desk(surroundings);
  const program = new Command('npm run admin --')
    .description('Looks after this server. It works on the database of the settings, also while the server runs.')
    .configureOutput({ writeOut: surroundings.write, writeErr: surroundings.remark })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', exitCodes);
  addInviteCommands(program, desk);
  addScoreCommands(program, desk);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said what is wrong, or helped.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const isExplained = error instanceof CommandFailure || error instanceof SettingsError;
    desk.remark(`error: ${isExplained ? error.message : error instanceof Error ? error.stack : String(error)}`);
    return 1;
  } finally {
    await desk.close();
  }
}
