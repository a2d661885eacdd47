import { SoundboardStage } from '../../support/soundboard.js';
import { beginsToSignIn } from '../../support/soundboard-sign-ins.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('startWebSignIn', SoundboardStage, (stage) => beginsToSignIn(stage, '/login'));
