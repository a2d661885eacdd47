import { describeOperation } from '../../support/operation.js';
import { changesProjects, makeProject } from '../../support/pomodoro-projects.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('replacePomodoroProject', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'replacePomodoroProject', async (as) => (
    {
      method: 'PUT', path: `/api/projects/${(await makeProject(stage, as, { name: 'x' })).id}`,
      json: { project: { name: 'y' } },
    }));
  changesProjects(stage, 'PUT');
});
