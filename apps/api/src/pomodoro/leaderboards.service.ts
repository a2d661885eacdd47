import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { offsetOf, pageNumber, pageSize, paginate } from './pages.js';
import type { Period } from './periods.js';
import type { Schema } from './pomodoro.contract.js';
import { pictureOf } from './preferences.js';

interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly image: string | null;
  readonly githubImage: string | null;
  readonly score: number;
}

/** Who completed most. Reading a page costs the same whatever the number of people and of tomatoes. */
@Injectable()
export class Leaderboards {
  readonly #people;
  readonly #page;

  constructor(private readonly database: Database) {
    this.#people = database.statement<{ count: number }>(
      'select coalesce(sum(people), 0) as count from pomodoro_board where period = ? and ends_at_ms > ?',
    );
    this.#page = database.statement<Row>(`
      select p.public_id as id, p.name, p.image, p.github_image as "githubImage", -s.negated_score as score
      from (
        select account_id, negated_score, reached_at_ms from pomodoro_score
        where period = ? and ends_at_ms > ?
        order by negated_score, reached_at_ms, account_id limit ? offset ?
      ) s join pomodoro_profile p on p.account_id = s.account_id
      order by s.negated_score, s.reached_at_ms, s.account_id`);
  }

  async page(period: Period, asked: string | number | undefined): Promise<Schema<'Leaderboard'>> {
    const em = this.database.fork();
    const nowMs = Date.now();
    const [{ count } = { count: 0 }] = await this.#people(em, period, nowMs);
    const page = pageNumber(asked);
    const offset = offsetOf(page, count);
    const rows = offset === undefined ? [] : await this.#page(em, period, nowMs, pageSize, offset);
    return { scores: rows.map(shown), pagination: paginate(page, count) };
  }
}

const shown = ({ id, name, image, githubImage, score }: Row): Schema<'Score'> => ({
  user: { id, name, image: pictureOf(image, githubImage) },
  score,
});
