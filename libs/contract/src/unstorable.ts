import type { Violation } from './schemas.js';

/** Far beyond the shapes of any document, and far within what recursion bears. */
const maxDepth = 100;

/** A text that no database of ours can keep as it is: with a NUL, or with half of a surrogate pair. */
export const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** The first text in a value, its names included, that cannot be kept, or a value that nests without end. */
export function findUnstorable(value: unknown, pointer: string, depth = 0): Violation | undefined {
  if (typeof value === 'string') return isUnstorable(value) ? unstorableAt(pointer) : undefined;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  if (depth === maxDepth) return tooDeep;
  for (const name of Object.keys(value)) {
    const found = isUnstorable(name) ? unstorableAt(pointer)
      : findUnstorable((value as Record<string, unknown>)[name], `${pointer}/${name}`, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const unstorableAt = (pointer: string): Violation =>
  ({ pointer, detail: `${pointer.slice(1)} holds text that cannot be kept: a NUL or half a surrogate pair` });

export const tooDeep: Violation = { pointer: '/body', detail: 'The body is nested too deeply' };
