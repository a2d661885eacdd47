import { refusal } from './soundboard.contract.js';

const personal = ['listPlays', 'recordPlay', 'listPlayCounts'] as const;
const signIns = ['finishTokenSignIn', 'finishWebSignIn'] as const;

const error = <Code extends number>(code: Code, message: string) => ({ error: { code, message } });

export const unauthorized = () => refusal([...personal, ...signIns], 401, error(401, 'unauthorized'));
export const sharesNoGuild = () =>
  refusal(signIns, 403, error(403, 'you must be a member of a guild the bot is also member of'));
export const notAMember = () => refusal(personal, 403, error(403, 'you must be a member of this guild'));
export const discordUnreachable = () =>
  refusal([...personal, ...signIns], 502, error(502, 'Discord cannot be reached'));
export const discordBusy = (seconds: number) =>
  refusal([...personal, ...signIns], 503, error(503, 'Discord asks to come back later'), undefined, {
    'Retry-After': seconds,
  });
export const notSetUp = (settings: readonly string[]) =>
  refusal(
    ['startTokenSignIn', 'startWebSignIn', ...signIns], 503,
    error(503, `the sign-in needs these settings: ${settings.join(', ')}`),
  );

export const impossibleName = () =>
  refusal('uploadSound', 400, error(400, 'a sound must be called <name>.mp3, .wav, .ogg, .aac, .flac or .opus'));
export const soundNotFound = () =>
  refusal(['getSound', 'deleteSound', 'recordPlay'], 404, error(404, 'there is no such sound'));
export const nameTaken = () =>
  refusal('uploadSound', 409, error(409, 'the name is taken by something that is no sound'));
export const notASound = (format: string) =>
  refusal('uploadSound', 415, error(415, `the content is no ${format} file`));
export const nothingInRange = (size: number) =>
  refusal('getSound', 416, error(416, `the sound has only ${size} bytes`), undefined, {
    'Content-Range': `bytes */${size}`,
  });
