import { Migration } from '@mikro-orm/migrations';

export class Pomodoro extends Migration {
  override readonly name = '004-pomodoro';

  override up(): void {
    this.addSql(`
      create table pomodoro_profile (
        account_id int not null primary key,
        public_id varchar(24) not null,
        github_id varchar(20) not null,
        github_login text null,
        github_image text null,
        name text null,
        email text null,
        image text null,
        time_zone varchar(64) null,
        color varchar(7) null,
        volume int null,
        ticking int not null,
        work_hours_per_day bigint null,
        average_hourly_rate double precision null,
        currency varchar(3) null,
        created_at_ms bigint not null,
        updated_at_ms bigint not null,
        constraint pomodoro_profile_account_id_foreign
          foreign key (account_id) references account (id) on update cascade on delete cascade,
        constraint pomodoro_profile_public_id_unique unique (public_id)
      )`);

    this.addSql(`
      create table pomodoro_tomato (
        id varchar(24) not null primary key,
        account_id int not null,
        tags text not null,
        created_at_ms bigint not null,
        updated_at_ms bigint not null,
        constraint pomodoro_tomato_account_id_foreign
          foreign key (account_id) references pomodoro_profile (account_id) on delete cascade
      )`);
    this.addSql(`
      create index pomodoro_tomato_account_id_created_at_ms_id_index
        on pomodoro_tomato (account_id, created_at_ms, id)`);

    this.addSql(`
      create table pomodoro_project (
        id varchar(24) not null primary key,
        account_id int not null,
        name text not null,
        money_budget bigint null,
        time_budget bigint null,
        tags text not null,
        created_at_ms bigint not null,
        updated_at_ms bigint not null,
        constraint pomodoro_project_account_id_foreign
          foreign key (account_id) references pomodoro_profile (account_id) on delete cascade
      )`);
    this.addSql(`
      create index pomodoro_project_account_id_created_at_ms_id_index
        on pomodoro_project (account_id, created_at_ms, id)`);

    this.addSql(`
      create table pomodoro_score (
        account_id int not null,
        period varchar(7) not null,
        ends_at_ms bigint not null,
        negated_score int not null,
        reached_at_ms bigint not null,
        primary key (account_id, period),
        constraint pomodoro_score_account_id_foreign
          foreign key (account_id) references pomodoro_profile (account_id) on delete cascade
      )`);
    this.addSql('create index pomodoro_score_ends_at_ms_index on pomodoro_score (ends_at_ms)');
    this.addSql(`
      create index pomodoro_score_rank_index
        on pomodoro_score (period, negated_score, reached_at_ms, account_id, ends_at_ms)`);

    this.addSql(`
      create table pomodoro_board (
        period varchar(7) not null,
        ends_at_ms bigint not null,
        people int not null,
        primary key (period, ends_at_ms)
      )`);
  }
}
