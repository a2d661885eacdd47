// Generated from openapi/coding.yaml by npm run generate. Change the document instead.

export const prefix = '/coding';

export const routes = {
  recordHeartbeat: { method: 'POST', path: '/activity/update', body: 'application/json' },
  flushSession: { method: 'POST', path: '/activity/flush' },
  listCodingSessions: { method: 'GET', path: '/users/{username}/activity/data' },
  getCodingUser: { method: 'GET', path: '/users/@me' },
  registerCodingUser: { method: 'POST', path: '/users/register', body: 'application/json' },
  signInCodingUser: { method: 'POST', path: '/users/login', body: 'application/json' },
  changeCodingPassword: { method: 'POST', path: '/users/changepassword', body: 'application/json' },
  regenerateCodingToken: { method: 'POST', path: '/users/regenerate' },
  addCodingFriend: { method: 'POST', path: '/friends/add', body: 'text/plain' },
  listCodingFriends: { method: 'GET', path: '/friends/list' },
  regenerateFriendCode: { method: 'POST', path: '/friends/regenerate' },
} as const;
