import { describeOperation } from '../../support/operation.js';
import { retagsTomatoes } from '../../support/pomodoro-changes.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('updateTomato', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'updateTomato', async (as) => (
    { method: 'PATCH', path: `/api/tomatoes/${(await stage.record(as)).id}`, json: { tomato: { tag_list: 'a' } } }));
  retagsTomatoes(stage, 'PATCH');
});
