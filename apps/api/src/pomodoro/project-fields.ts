import { type Checked, isBlank, type Rules, type Scalar, wholeAmount } from './fields.js';
import { tagsOf } from './tags.js';

/** What is kept of a project, by the names of the document. */
export interface ProjectFields {
  readonly name: string;
  readonly money_budget: number | null;
  readonly time_budget: number | null;
  readonly tag_list: readonly string[];
}

export const projectRules: Rules<ProjectFields> = {
  name,
  money_budget: wholeAmount,
  time_budget: wholeAmount,
  tag_list: tagList,
};

/** A tomato has nothing but tags. */
export const tomatoRules: Rules<Pick<ProjectFields, 'tag_list'>> = { tag_list: tagList };

function name(given: Scalar): Checked<string> {
  return isBlank(given) ? { fault: "can't be blank" } : { value: String(given) };
}

function tagList(given: Scalar): Checked<readonly string[]> {
  return typeof given === 'string' ? { value: tagsOf(given) } : { fault: 'is invalid' };
}
