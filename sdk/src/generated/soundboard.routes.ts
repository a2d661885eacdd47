// Generated from openapi/soundboard.yaml by npm run generate. Change the document instead.

export const prefix = '/soundboard';

export const routes = {
  startTokenSignIn: { method: 'GET', path: '/token' },
  finishTokenSignIn: { method: 'GET', path: '/token/authorize' },
  startWebSignIn: { method: 'GET', path: '/login' },
  finishWebSignIn: { method: 'GET', path: '/login/authorize' },
  listSounds: { method: 'GET', path: '/api/localsounds' },
  getSound: { method: 'GET', path: '/api/localsounds/{name}' },
  uploadSound: { method: 'PUT', path: '/api/localsounds/{name}', body: 'application/octet-stream' },
  deleteSound: { method: 'DELETE', path: '/api/localsounds/{name}' },
  listPlays: { method: 'GET', path: '/api/logs/{GUILDID}' },
  recordPlay: { method: 'POST', path: '/api/logs/{GUILDID}', body: 'application/json' },
  listPlayCounts: { method: 'GET', path: '/api/stats/{GUILDID}' },
} as const;
