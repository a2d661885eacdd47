import { Migration } from '@mikro-orm/migrations';

export class Accounts extends Migration {
  override readonly name = '001-accounts';

  override up(): void {
    this.addSql(`
      create table account (
        id serial primary key,
        created_at_ms bigint not null
      )`);

    this.addSql(`
      create table identity (
        id serial primary key,
        account_id int not null,
        provider varchar(32) not null,
        provider_id varchar(255) not null,
        constraint identity_account_id_foreign foreign key (account_id) references account (id) on delete cascade,
        constraint identity_provider_provider_id_unique unique (provider, provider_id)
      )`);
    this.addSql('create index identity_account_id_index on identity (account_id)');

    this.addSql(`
      create table credential (
        id serial primary key,
        account_id int not null,
        scheme varchar(32) not null,
        hash varchar(64) not null,
        label varchar(255) null,
        created_at_ms bigint not null,
        last_used_at_ms bigint null,
        expires_at_ms bigint null,
        constraint credential_account_id_foreign foreign key (account_id) references account (id) on delete cascade,
        constraint credential_scheme_hash_unique unique (scheme, hash)
      )`);
    this.addSql('create index credential_account_id_scheme_index on credential (account_id, scheme)');

    this.addSql(`
      create table password (
        account_id int not null primary key,
        hash varchar(255) not null,
        constraint password_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade
      )`);
  }
}
