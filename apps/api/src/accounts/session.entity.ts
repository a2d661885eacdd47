import { defineEntity, p } from '@mikro-orm/core';
import { Credential } from '#accounts';

/** From where a session was opened. When that was, and when it was last used, stands with its credential. */
export const AccountsSession = defineEntity({
  name: 'AccountsSession',
  tableName: 'accounts_session',
  properties: {
    credential: () =>
      p.manyToOne(Credential).mapToPk().primary().name('credential_id').deleteRule('cascade').index(false),
    ipAddress: p.string().length(45),
    userAgent: p.string().length(255),
  },
});
