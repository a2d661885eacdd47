import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '#accounts';

/** What the soundboard knows of a person. */
export const SoundboardProfile = defineEntity({
  name: 'SoundboardProfile',
  tableName: 'soundboard_profile',
  properties: {
    account: () => p.manyToOne(Account).mapToPk().primary().name('account_id').index(false),
    // Discord's id, which never changes.
    userId: p.string().length(20).unique(),
    // The name at the last sign-in.
    tag: p.string().length(64),
  },
});

/** A guild that a person was in when they last signed in. Kept only where there is no bot to ask. */
export const SoundboardMembership = defineEntity({
  name: 'SoundboardMembership',
  tableName: 'soundboard_membership',
  properties: {
    account: () =>
      p.manyToOne(SoundboardProfile).mapToPk().primary().name('account_id').deleteRule('cascade').index(false),
    guildId: p.string().length(20).primary(),
  },
});
