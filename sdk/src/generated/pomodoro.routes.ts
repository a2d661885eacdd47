// Generated from openapi/pomodoro.yaml by npm run generate. Change the document instead.

export const prefix = '/pomodoro';

export const routes = {
  createPomodoroSession: { method: 'POST', path: '/api/session', body: 'application/json' },
  deletePomodoroSession: { method: 'DELETE', path: '/api/session' },
  getPomodoroUser: { method: 'GET', path: '/api/user' },
  replacePomodoroUser: { method: 'PUT', path: '/api/user' },
  updatePomodoroUser: { method: 'PATCH', path: '/api/user' },
  listTomatoes: { method: 'GET', path: '/api/tomatoes' },
  createTomato: { method: 'POST', path: '/api/tomatoes' },
  getTomato: { method: 'GET', path: '/api/tomatoes/{id}' },
  replaceTomato: { method: 'PUT', path: '/api/tomatoes/{id}' },
  deleteTomato: { method: 'DELETE', path: '/api/tomatoes/{id}' },
  updateTomato: { method: 'PATCH', path: '/api/tomatoes/{id}' },
  listPomodoroProjects: { method: 'GET', path: '/api/projects' },
  createPomodoroProject: { method: 'POST', path: '/api/projects' },
  getPomodoroProject: { method: 'GET', path: '/api/projects/{id}' },
  replacePomodoroProject: { method: 'PUT', path: '/api/projects/{id}' },
  deletePomodoroProject: { method: 'DELETE', path: '/api/projects/{id}' },
  updatePomodoroProject: { method: 'PATCH', path: '/api/projects/{id}' },
  getLeaderboard: { method: 'GET', path: '/api/leaderboard/{period}' },
} as const;
