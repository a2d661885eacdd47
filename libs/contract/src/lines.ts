import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';

type Event = ReturnType<typeof parseEvents>[number];

/** The line (1-based) of a value in a YAML text, or of its nearest ancestor that is there. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const events = parseEvents(text, {});
  // The first event opens the document.
  let place = { index: 1, offset: 0 };
  for (const step of path) {
    const next = stepInto(text, events, place.index, String(step));
    if (!next) break;
    place = next;
  }
  return text.slice(0, place.offset).split('\n').length;
}

/** Which event is a mapping's value or a sequence's item, and where the text of its pair or item begins. */
function stepInto(text: string, events: readonly Event[], parent: number, step: string): { index: number; offset: number } | undefined {
  const type = events[parent]?.type;
  if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) return undefined;
  let index = parent + 1;
  for (let count = 0; events[index]?.type !== EVENT_ID.POP; count++) {
    const value = type === EVENT_ID.MAPPING ? behind(events, index) : index;
    const name = type === EVENT_ID.MAPPING ? textOf(text, events[index]) : String(count);
    if (name === step) return { index: value, offset: startOf(events[index]) };
    index = behind(events, value);
  }
  return undefined;
}

const textOf = (text: string, event: Event | undefined): string | undefined =>
  event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : undefined;

const startOf = (event: Event | undefined): number => {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  return event && 'start' in event ? event.start : 0;
};

/** The event behind a node, whatever the node holds. */
function behind(events: readonly Event[], index: number): number {
  let depth = 0;
  let next = index;
  do {
    const type = events[next++]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    else if (type === EVENT_ID.POP) depth--;
  } while (depth > 0);
  return next;
}
