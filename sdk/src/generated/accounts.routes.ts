// Generated from openapi/accounts.yaml by npm run generate. Change the document instead.

export const prefix = '/accounts';

export const routes = {
  getServerInfo: { method: 'GET', path: '/' },
  getAccount: { method: 'GET', path: '/v1/user' },
  registerAccount: { method: 'POST', path: '/v1/user', body: 'application/json' },
  deleteAccount: { method: 'DELETE', path: '/v1/user' },
  updateAccount: { method: 'PATCH', path: '/v1/user', body: 'application/json' },
  signInAccount: { method: 'POST', path: '/v1/auth', body: 'application/json' },
  getAccountsConfig: { method: 'GET', path: '/v1/auth/config' },
} as const;
