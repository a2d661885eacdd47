import { refusal } from './accounts.contract.js';

export const impossibleEmail = () =>
  refusal(
    ['registerAccount', 'updateAccount', 'signInAccount'],
    400,
    { code: 'BadRequest', message: 'Bad request' },
    'email has to be an e-mail address of at most 255 characters',
  );
export const invalidPassword = () =>
  refusal('signInAccount', 401, { code: 'InvalidPassword', message: 'Invalid password' });
export const inviteNotFound = () =>
  refusal('registerAccount', 404, { code: 'InviteNotFound', message: 'Invite not found' });
export const sessionNotFound = () =>
  refusal(['getAccount', 'updateAccount'], 404, { code: 'SessionNotFound', message: 'Session not found' });
export const emailAlreadyInUse = () =>
  refusal(['registerAccount', 'updateAccount'], 409, { code: 'EmailAlreadyInUse', message: 'Email already in use' });
