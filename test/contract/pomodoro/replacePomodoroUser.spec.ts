import { describeOperation } from '../../support/operation.js';
import { changesUsers } from '../../support/pomodoro-changes.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('replacePomodoroUser', PomodoroStage, (stage) => {
  refusesAsEveryOperation(
    stage, 'replacePomodoroUser', () => ({ method: 'PUT', path: '/api/user', json: { user: { volume: 3 } } }),
  );
  changesUsers(stage, 'PUT');
});
