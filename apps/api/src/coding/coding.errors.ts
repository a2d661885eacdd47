import { refusal } from './coding.contract.js';

const personal = [
  'recordHeartbeat',
  'flushSession',
  'listCodingSessions',
  'getCodingUser',
  'regenerateCodingToken',
  'addCodingFriend',
  'regenerateFriendCode',
] as const;

export const notAuthorized = () => refusal(personal, 401, { error: 'You are not authorized' });
export const wrongCredentials = () =>
  refusal(['signInCodingUser', 'changeCodingPassword'], 401, { error: 'Invalid username or password' });
export const userExists = () => refusal('registerCodingUser', 409, { error: 'User exists' });
export const userNotFound = () => refusal(['listCodingSessions', 'addCodingFriend'], 404, { error: 'User not found' });
export const ownFriendCode = () => refusal('addCodingFriend', 403, { error: 'You cannot add yourself' });
export const alreadyFriends = () => refusal('addCodingFriend', 409, { error: 'Already friends' });
