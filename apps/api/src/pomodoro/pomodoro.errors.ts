import { refusal, type Schema } from './pomodoro.contract.js';

/** What is wrong with what, by field. */
type Faults = Readonly<Record<string, readonly string[] | undefined>>;

const personal = [
  'deletePomodoroSession',
  'getPomodoroUser',
  'replacePomodoroUser',
  'updatePomodoroUser',
  'listTomatoes',
  'createTomato',
  'getTomato',
  'replaceTomato',
  'updateTomato',
  'deleteTomato',
  'listPomodoroProjects',
  'createPomodoroProject',
  'getPomodoroProject',
  'replacePomodoroProject',
  'updatePomodoroProject',
  'deletePomodoroProject',
] as const;
const userWrites = ['replacePomodoroUser', 'updatePomodoroUser'] as const;
const tomatoWrites = ['createTomato', 'replaceTomato', 'updateTomato'] as const;
const projectWrites = ['createPomodoroProject', 'replacePomodoroProject', 'updatePomodoroProject'] as const;
const ofOne = [
  'getTomato',
  'replaceTomato',
  'updateTomato',
  'deleteTomato',
  'getPomodoroProject',
  'replacePomodoroProject',
  'updatePomodoroProject',
  'deletePomodoroProject',
] as const;

function inWords(faults: Faults): string {
  const sentences = Object.entries(faults).flatMap(([field, texts = []]) =>
    texts.map((text) => (field === 'base' ? text : `${field} ${text}`)));
  return sentences.join(', ');
}

const failure = (operation: 'createPomodoroSession' | 'listTomatoes', error: string) =>
  refusal(operation, 400, { error }, error);

export const authenticationFailed = () =>
  refusal(['createPomodoroSession', ...personal], 401, { error: 'authentication failed' });
export const providerNotSupported = () => failure('createPomodoroSession', 'provider not supported');
export const gitHubUnavailable = () =>
  refusal('createPomodoroSession', 502, { status: 502, error: 'Bad Gateway' });
export const notFound = () => refusal(ofOne, 404, { status: 404, error: 'Not Found' });
export const missingRoot = (root: Schema<'MissingRoot'>['missing_param']) =>
  refusal([...userWrites, ...tomatoWrites, ...projectWrites], 400, { missing_param: root }, `${root} is missing`);
export const invalidFilter = (name: string, reason: string) => failure('listTomatoes', `invalid ${name}: ${reason}`);
export const invalidTomato = (faults: Schema<'TomatoFaults'>) => refusal(tomatoWrites, 422, faults, inWords(faults));
export const invalidProject = (faults: Schema<'ProjectFaults'>) => refusal(projectWrites, 422, faults, inWords(faults));
export const invalidUser = (faults: Schema<'UserFaults'>) => refusal(userWrites, 422, faults, inWords(faults));
export const overlappingTomato = (wait: string) =>
  invalidTomato({ base: [`Must not overlap saved tomatoes, please wait ${wait}`] });
