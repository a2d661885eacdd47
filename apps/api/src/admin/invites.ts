import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Invite, Invites } from '../accounts/invites.service.js';
import { CommandFailure, type Desk } from './desk.js';
import { durationMs } from './durations.js';
import { tableLines } from './tables.js';

/** Who may register where `INVITE_REQUIRED` is on. */
export function addInviteCommands(program: Command, desk: Desk): void {
  const invite = program.command('invite').description('make, list and revoke invites to register');
  invite
    .command('create')
    .description('make invites, and print their codes, one a line; they are not shown again')
    .option('-c, --count <number>', 'how many, up to 1000', readCount, 1)
    .addOption(
      new Option('-e, --expires <time>', 'how long they can be used, such as 90m, 12h or 30d, or "never"')
        .argParser(readExpiry)
        .default(durationMs('30d'), '30d'),
    )
    .option('-n, --note <text>', 'whom they are for, up to 255 characters', readNote)
    .action((options: CreateOptions) => create(desk, options));
  invite
    .command('list')
    .description('list the invites that can be used')
    .option('-a, --all', 'also those that were used or have expired')
    .option('--json', 'as JSON, with times in milliseconds since 1970')
    .action((options: ListOptions) => list(desk, options));
  invite
    .command('revoke')
    .description('remove invites that were not used')
    .argument('<invite...>', 'the number of each, as listed, or its code')
    .action((invites: readonly string[]) => revoke(desk, invites));
}

interface CreateOptions {
  readonly count: number;
  /** In milliseconds. */
  readonly expires: number;
  readonly note?: string;
}

async function create(desk: Desk, { count, expires, note }: CreateOptions): Promise<void> {
  const invites = await desk.service(Invites);
  const expiresAtMs = expires === Infinity ? null : Date.now() + expires;
  for (const code of await invites.create(count, { note: note ?? null, expiresAtMs })) desk.print(code);
  const until = expiresAtMs === null ? 'for ever' : `until ${timeOf(expiresAtMs)}`;
  desk.remark(`${count === 1 ? 'The invite' : 'Each invite'} can be used once, ${until}.`);
}

interface ListOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

async function list(desk: Desk, { all = false, json = false }: ListOptions): Promise<void> {
  const invites = await desk.service(Invites);
  const listed = (await invites.list()).filter((invite) => all || stateOf(invite) === 'open');
  if (json) desk.print(JSON.stringify(listed, null, 2));
  else if (listed.length === 0) desk.remark(all ? 'There are no invites.' : 'There are no invites that can be used.');
  else for (const line of tableLines([heads, ...listed.map(cellsOf)])) desk.print(line);
}

async function revoke(desk: Desk, named: readonly string[]): Promise<void> {
  const invites = await desk.service(Invites);
  const failures: string[] = [];
  const results = await Promise.all(named.map(async (name) => ({ name, result: await invites.revoke(name) })));
  for (const { name, result } of results) {
    if (result === 'revoked') desk.print(`Revoked ${name}.`);
    else failures.push(result === 'used' ? `Invite ${name} was used already.` : `There is no invite ${name}.`);
  }
  if (failures.length > 0) throw new CommandFailure(failures.join('\nerror: '));
}

const heads = ['number', 'state', 'made', 'expires', 'note'];

const cellsOf = (invite: Invite): string[] => [
  String(invite.id),
  invite.usedBy === null ? stateOf(invite) : `used by ${invite.usedBy}`,
  timeOf(invite.createdAtMs),
  invite.expiresAtMs === null ? 'never' : timeOf(invite.expiresAtMs),
  // A note is the operator's, but a terminal would act on what it may hold.
  (invite.note ?? '').replaceAll(/\p{Cc}/gu, ' '),
];

function stateOf({ usedAtMs, expiresAtMs }: Invite): 'open' | 'used' | 'expired' {
  if (usedAtMs !== null) return 'used';
  return expiresAtMs !== null && expiresAtMs <= Date.now() ? 'expired' : 'open';
}

const timeOf = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function readCount(text: string): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > 1000) throw new InvalidArgumentError('It has to be a number from 1 to 1000.');
  return count;
}

function readExpiry(text: string): number {
  const lengthMs = text === 'never' ? Infinity : durationMs(text);
  if (lengthMs !== undefined) return lengthMs;
  throw new InvalidArgumentError('It has to be a number of minutes, hours or days, such as 90m, 12h, 30d, or "never".');
}

function readNote(text: string): string {
  if ([...text].length <= 255 && text.isWellFormed()) return text;
  throw new InvalidArgumentError('It has to be a text of up to 255 characters.');
}
