import { Migration } from '@mikro-orm/migrations';

export class Soundboard extends Migration {
  override readonly name = '005-soundboard';

  override up(): void {
    this.addSql('alter table credential add column renewal_ms bigint null');

    this.addSql(`
      create table soundboard_profile (
        account_id integer not null primary key,
        user_id text not null,
        tag text not null,
        constraint soundboard_profile_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade
      )`);
    this.addSql('create unique index soundboard_profile_user_id_unique on soundboard_profile (user_id)');

    this.addSql(`
      create table soundboard_membership (
        account_id integer not null,
        guild_id text not null,
        primary key (account_id, guild_id),
        constraint soundboard_membership_account_id_foreign
          foreign key (account_id) references soundboard_profile (account_id) on delete cascade
      )`);

    this.addSql(`
      create table soundboard_log (
        guild_id text not null primary key,
        plays bigint not null,
        last_played_at_ms bigint not null
      )`);

    this.addSql(`
      create table soundboard_play (
        guild_id text not null,
        number bigint not null,
        played_at_ms bigint not null,
        user_id text not null,
        user_tag text not null,
        source text not null,
        sound text not null,
        primary key (guild_id, number)
      )`);

    this.addSql(`
      create table soundboard_count (
        guild_id text not null,
        sound text not null,
        negated_count bigint not null,
        first_number bigint not null,
        primary key (guild_id, sound)
      )`);
    this.addSql(`
      create index soundboard_count_rank_index
        on soundboard_count (guild_id, negated_count, first_number)`);
  }
}
