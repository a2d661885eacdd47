import { describeOperation } from '../../support/operation.js';
import { retagsTomatoes } from '../../support/pomodoro-changes.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('replaceTomato', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'replaceTomato', async (as) => (
    { method: 'PUT', path: `/api/tomatoes/${(await stage.record(as)).id}`, json: { tomato: { tag_list: 'a' } } }));
  retagsTomatoes(stage, 'PUT');
});
