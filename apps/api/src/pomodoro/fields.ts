/** A value that can be a field; lists and objects are as good as left out. */
export type Scalar = string | number | boolean | null;

/** What a field is stored as, or what is wrong with it. */
export type Checked<Value> = { readonly value: Value } | { readonly fault: string };

/** How each field is checked, in the order in which faults are told. */
export type Rules<Values> = { readonly [Name in keyof Values]: (given: Scalar) => Checked<Values[Name]> };

export type Fields = ReadonlyMap<string, Scalar>;

export interface Changes<Values> {
  readonly values: Partial<Values>;
  /** What is wrong, by field; undefined if nothing is. */
  readonly faults: { readonly [Name in keyof Values]?: string[] } | undefined;
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The known fields under the root of a body, or of the body itself where there is no such root; undefined for none. */
export function fieldsUnder(root: string, body: unknown, known: readonly string[]): Fields | undefined {
  if (!isObject(body)) return undefined;
  const owner = Object.hasOwn(body, root) ? body[root] : body;
  if (!isObject(owner)) return undefined;
  const fields = new Map<string, Scalar>();
  for (const name of known) {
    const value = Object.hasOwn(owner, name) ? owner[name] : undefined;
    if (isScalar(value)) fields.set(name, value);
  }
  return fields.size > 0 ? fields : undefined;
}

/** Holds every field that is there against its rule. */
export function check<Values extends object>(fields: Fields, rules: Rules<Values>): Changes<Values> {
  const values: Partial<Values> = {};
  const faults: { [Name in keyof Values]?: string[] } = {};
  for (const name of Object.keys(rules) as (keyof Values & string)[]) {
    const given = fields.get(name);
    if (given === undefined) continue;
    const checked = rules[name](given);
    if ('value' in checked) values[name] = checked.value;
    else faults[name] = [checked.fault];
  }
  return { values, faults: Object.keys(faults).length > 0 ? faults : undefined };
}

export const isBlank = (given: Scalar): given is string | null =>
  given === null || (typeof given === 'string' && !/\S/.test(given));

/** Text as it is; numbers and booleans as they are written. */
export const text = (given: Scalar): Checked<string | null> => ({ value: given === null ? null : String(given) });

/** Only certain ways of saying yes are true; nothing is wrong. */
export const flag = (given: Scalar): Checked<boolean> => ({
  value: given === true || given === 1 || (typeof given === 'string' && /^(?:true|1|t|yes|y|on)$/i.test(given)),
});

const numeral = /^\s*[-+]?(?:\d+(?:_\d+)*)?(?:\d|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?\s*$/i;

/** The finite number that a number is or a text spells, as Ruby reads it. */
export function numberOf(given: Scalar): number | undefined {
  const number = typeof given === 'number' ? given
    : typeof given === 'string' && numeral.test(given) ? Number(given.replaceAll('_', '')) : undefined;
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

/** A number above 0, or null for blank. */
export function amount(given: Scalar): Checked<number | null> {
  if (isBlank(given)) return { value: null };
  const number = numberOf(given);
  if (number === undefined) return { fault: 'is not a number' };
  return number > 0 ? { value: number } : { fault: 'must be greater than 0' };
}

/** As `amount`, its fraction cut off after it was looked at: of 0.5 remains 0. */
export function wholeAmount(given: Scalar): Checked<number | null> {
  const checked = amount(given);
  if ('fault' in checked || checked.value === null) return checked;
  return checked.value <= Number.MAX_SAFE_INTEGER ? { value: Math.trunc(checked.value) }
    : { fault: `must be less than or equal to ${Number.MAX_SAFE_INTEGER}` };
}
