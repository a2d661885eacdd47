import { Migration } from '@mikro-orm/migrations';

export class Coding extends Migration {
  override readonly name = '002-coding';

  override up(): void {
    this.addSql(`
      create table coding_profile (
        account_id int not null primary key,
        username varchar(32) not null,
        username_key varchar(32) not null,
        friend_code varchar(24) not null,
        registered_at_ms bigint not null,
        constraint coding_profile_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade,
        constraint coding_profile_username_key_unique unique (username_key),
        constraint coding_profile_friend_code_unique unique (friend_code)
      )`);

    this.addSql(`
      create table coding_friendship (
        lower_id int not null,
        higher_id int not null,
        created_at_ms bigint not null,
        primary key (lower_id, higher_id),
        constraint coding_friendship_lower_id_foreign
          foreign key (lower_id) references coding_profile (account_id) on update cascade on delete cascade,
        constraint coding_friendship_higher_id_foreign
          foreign key (higher_id) references coding_profile (account_id) on update cascade on delete cascade
      )`);
    this.addSql('create index coding_friendship_higher_id_index on coding_friendship (higher_id)');

    this.addSql(`
      create table coding_session (
        id bigserial primary key,
        account_id int not null,
        project_name varchar(64) null,
        language varchar(32) null,
        editor_name varchar(32) null,
        hostname varchar(32) null,
        started_at_ms bigint not null,
        duration_seconds int not null,
        constraint coding_session_account_id_foreign
          foreign key (account_id) references coding_profile (account_id) on delete cascade
      )`);
    this.addSql(`
      create index coding_session_listing_index on coding_session (
        account_id, started_at_ms, id, project_name, language, editor_name, hostname, duration_seconds
      )`);

    this.addSql(`
      create table coding_running_session (
        account_id int not null primary key,
        project_name varchar(64) null,
        language varchar(32) null,
        editor_name varchar(32) null,
        hostname varchar(32) null,
        started_at_ms bigint not null,
        last_heartbeat_at_ms bigint not null,
        constraint coding_running_session_account_id_foreign
          foreign key (account_id) references coding_profile (account_id) on update cascade on delete cascade
      )`);
    this.addSql(`
      create index coding_running_session_last_heartbeat_at_ms_index
        on coding_running_session (last_heartbeat_at_ms)`);
  }
}
