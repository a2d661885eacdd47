type Matcher = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Matcher => typeof value === 'object' && value !== null && !Array.isArray(value);
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Where a value is not what a recording expects, in words. Objects have exactly the expected members, unless they say `$open`;
 * `{"$match": pattern}` is held against a text, or the JSON of anything else; `{"$any": true}` is there, whatever it is; and
 * `{"$unordered": items}` is a list with its items in any order.
 */
export function differences(expected: unknown, actual: unknown, at: string): string[] {
  if (isObject(expected)) {
    if ('$any' in expected) return actual === undefined ? [`${at} is missing`] : [];
    if ('$match' in expected) return ofPattern(String(expected['$match']), actual, at);
    if ('$unordered' in expected) return ofUnordered(expected['$unordered'] as readonly unknown[], actual, at);
    return ofObject(expected, actual, at);
  }
  if (Array.isArray(expected)) return ofList(expected, actual, at);
  return Object.is(expected, actual) ? [] : [`${at} is ${written(actual)}, and not ${written(expected)}`];
}

function ofPattern(pattern: string, actual: unknown, at: string): string[] {
  if (actual === undefined) return [`${at} is missing`];
  return new RegExp(pattern, 'u').test(written(actual)) ? [] : [`${at} is ${written(actual)}, which does not match ${pattern}`];
}

function ofObject({ $open: isOpen = false, ...members }: Matcher, actual: unknown, at: string): string[] {
  if (!isObject(actual)) return [`${at} is ${written(actual)}, and no object`];
  const unexpected = isOpen ? [] : Object.keys(actual).filter((name) => !Object.hasOwn(members, name));
  return [
    ...Object.entries(members).flatMap(([name, item]) => differences(item, actual[name], `${at}.${name}`)),
    ...unexpected.map((name) => `${at}.${name} is not expected`),
  ];
}

function ofUnordered(expected: readonly unknown[], actual: unknown, at: string): string[] {
  if (!Array.isArray(actual)) return [`${at} is ${written(actual)}, and no list`];
  const left: unknown[] = [...actual];
  const missing = expected.filter((item) => {
    const found = left.findIndex((candidate) => differences(item, candidate, at).length === 0);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [...missing.map((item) => `${at} has nothing like ${written(item)}`), ...left.map((item) => `${at} has ${written(item)}, which is not expected`)];
}

function ofList(expected: readonly unknown[], actual: unknown, at: string): string[] {
  if (!Array.isArray(actual)) return [`${at} is ${written(actual)}, and no list`];
  if (actual.length !== expected.length) return [`${at} has ${actual.length} items, and not ${expected.length}`];
  return expected.flatMap((item, index) => differences(item, actual[index], `${at}[${index}]`));
}
