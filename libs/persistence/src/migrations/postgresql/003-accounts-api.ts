import { Migration } from '@mikro-orm/migrations';

export class AccountsApi extends Migration {
  override readonly name = '003-accounts-api';

  override up(): void {
    this.addSql(`
      create table accounts_profile (
        account_id int not null primary key,
        public_id varchar(36) not null,
        name varchar(255) not null,
        email varchar(255) not null,
        email_key varchar(255) not null,
        invite varchar(255) null,
        registered_at_ms bigint not null,
        constraint accounts_profile_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade,
        constraint accounts_profile_public_id_unique unique (public_id),
        constraint accounts_profile_email_key_unique unique (email_key)
      )`);

    this.addSql(`
      create table accounts_session (
        credential_id int not null primary key,
        ip_address varchar(45) not null,
        user_agent varchar(255) not null,
        constraint accounts_session_credential_id_foreign
          foreign key (credential_id) references credential (id) on update cascade on delete cascade
      )`);

    this.addSql(`
      create table accounts_invite (
        id serial primary key,
        hash varchar(64) not null,
        note varchar(255) null,
        created_at_ms bigint not null,
        expires_at_ms bigint null,
        used_at_ms bigint null,
        used_by_id int null,
        constraint accounts_invite_used_by_id_foreign
          foreign key (used_by_id) references accounts_profile (account_id) on delete set null,
        constraint accounts_invite_hash_unique unique (hash)
      )`);
    this.addSql('create index accounts_invite_used_by_id_index on accounts_invite (used_by_id)');
  }
}
