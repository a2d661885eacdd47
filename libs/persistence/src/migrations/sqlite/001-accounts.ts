import { Migration } from '@mikro-orm/migrations';

export class Accounts extends Migration {
  override readonly name = '001-accounts';

  override up(): void {
    this.addSql(`
      create table account (
        id integer not null primary key autoincrement,
        created_at_ms bigint not null
      )`);

    this.addSql(`
      create table identity (
        id integer not null primary key autoincrement,
        account_id integer not null,
        provider text not null,
        provider_id text not null,
        constraint identity_account_id_foreign foreign key (account_id) references account (id) on delete cascade
      )`);
    this.addSql('create index identity_account_id_index on identity (account_id)');
    this.addSql('create unique index identity_provider_provider_id_unique on identity (provider, provider_id)');

    this.addSql(`
      create table credential (
        id integer not null primary key autoincrement,
        account_id integer not null,
        scheme text not null,
        hash text not null,
        label text null,
        created_at_ms bigint not null,
        last_used_at_ms bigint null,
        expires_at_ms bigint null,
        constraint credential_account_id_foreign foreign key (account_id) references account (id) on delete cascade
      )`);
    this.addSql('create index credential_account_id_scheme_index on credential (account_id, scheme)');
    this.addSql('create unique index credential_scheme_hash_unique on credential (scheme, hash)');

    this.addSql(`
      create table password (
        account_id integer not null primary key,
        hash text not null,
        constraint password_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade
      )`);
  }
}
