import { Migration } from '@mikro-orm/migrations';

export class Soundboard extends Migration {
  override readonly name = '005-soundboard';

  override up(): void {
    this.addSql('alter table credential add column renewal_ms bigint null');

    this.addSql(`
      create table soundboard_profile (
        account_id int not null primary key,
        user_id varchar(20) not null,
        tag varchar(64) not null,
        constraint soundboard_profile_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade,
        constraint soundboard_profile_user_id_unique unique (user_id)
      )`);

    this.addSql(`
      create table soundboard_membership (
        account_id int not null,
        guild_id varchar(20) not null,
        primary key (account_id, guild_id),
        constraint soundboard_membership_account_id_foreign
          foreign key (account_id) references soundboard_profile (account_id) on delete cascade
      )`);

    this.addSql(`
      create table soundboard_log (
        guild_id varchar(20) not null primary key,
        plays bigint not null,
        last_played_at_ms bigint not null
      )`);

    this.addSql(`
      create table soundboard_play (
        guild_id varchar(20) not null,
        number bigint not null,
        played_at_ms bigint not null,
        user_id varchar(20) not null,
        user_tag varchar(64) not null,
        source varchar(7) not null,
        sound varchar(2048) not null,
        primary key (guild_id, number)
      )`);

    this.addSql(`
      create table soundboard_count (
        guild_id varchar(20) not null,
        sound varchar(255) not null,
        negated_count bigint not null,
        first_number bigint not null,
        primary key (guild_id, sound)
      )`);
    this.addSql(`
      create index soundboard_count_rank_index
        on soundboard_count (guild_id, negated_count, first_number)`);
  }
}
