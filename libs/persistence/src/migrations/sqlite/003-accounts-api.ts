import { Migration } from '@mikro-orm/migrations';

export class AccountsApi extends Migration {
  override readonly name = '003-accounts-api';

  override up(): void {
    this.addSql(`
      create table accounts_profile (
        account_id integer not null primary key,
        public_id text not null,
        name text not null,
        email text not null,
        email_key text not null,
        invite text null,
        registered_at_ms bigint not null,
        constraint accounts_profile_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade
      )`);
    this.addSql('create unique index accounts_profile_public_id_unique on accounts_profile (public_id)');
    this.addSql('create unique index accounts_profile_email_key_unique on accounts_profile (email_key)');

    this.addSql(`
      create table accounts_session (
        credential_id integer not null primary key,
        ip_address text not null,
        user_agent text not null,
        constraint accounts_session_credential_id_foreign
          foreign key (credential_id) references credential (id) on update cascade on delete cascade
      )`);

    this.addSql(`
      create table accounts_invite (
        id integer not null primary key autoincrement,
        hash text not null,
        note text null,
        created_at_ms bigint not null,
        expires_at_ms bigint null,
        used_at_ms bigint null,
        used_by_id integer null,
        constraint accounts_invite_used_by_id_foreign
          foreign key (used_by_id) references accounts_profile (account_id) on delete set null
      )`);
    this.addSql('create unique index accounts_invite_hash_unique on accounts_invite (hash)');
    this.addSql('create index accounts_invite_used_by_id_index on accounts_invite (used_by_id)');
  }
}
