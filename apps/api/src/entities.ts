import { accountEntities } from '#accounts';
import { CodingFriendship } from './coding/friendship.entity.js';
import { CodingProfile } from './coding/profile.entity.js';
import { CodingSession, RunningCodingSession } from './coding/session.entity.js';

/** Everything that the server keeps: what the database is opened with, and what migrations are made from. */
export const entities = [...accountEntities, CodingProfile, CodingFriendship, CodingSession, RunningCodingSession];
