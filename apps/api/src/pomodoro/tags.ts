/** A text without the ASCII white space around it. A pattern for the space itself would look at it again and again. */
const trimmed = (text: string): string => /[^ \t-\r](?:[^]*[^ \t-\r])?/.exec(text)?.[0] ?? '';

/** The tags of a list that is separated by commas: trimmed, without blank ones; case, order and repetition stay. */
export const tagsOf = (list: string): string[] => list.split(',').map(trimmed).filter((tag) => /\S/.test(tag));
