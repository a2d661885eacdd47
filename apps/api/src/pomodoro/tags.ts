/** A text without the ASCII white space around it; a pattern that began with that would look at a long run of it again and again. */
const trimmed = (text: string): string => /[^ \t-\r](?:[^]*[^ \t-\r])?/.exec(text)?.[0] ?? '';

/** The tags of a list that is separated by commas: trimmed, without blank ones; case, order and repetition stay. */
export const tagsOf = (list: string): string[] => list.split(',').map(trimmed).filter((tag) => /\S/.test(tag));
