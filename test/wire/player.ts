import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { differences } from './differences.js';
import { type ExpectedAnswer, fill, type Known, type RecordedRequest, type Scenario } from './recording.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Plays a scenario's steps to a server until one is answered otherwise than recorded; what is then different, in words. */
export async function play({ steps }: Scenario, url: string, given: Known): Promise<string[]> {
  const known = new Map(given);
  for (const [index, step] of steps.entries()) {
    if (step.wait_ms !== undefined) await pause(step.wait_ms);
    for (let turn = 0; turn < (step.repeat ?? 1); turn += 1) {
      const answer = await send(url, fill(step.request, known));
      const found = compare(fill(step.response, known), answer);
      if (found.length > 0) return found.map((line) => `step ${index + 1}, ${step.request.method} ${step.request.path}: ${line}`);
      for (const [name, place] of Object.entries(step.capture ?? {})) known.set(name, valueAt(place, answer));
    }
  }
  return [];
}

/** Sends exactly what was recorded: no header that a comfortable client would add. */
async function send(url: string, { method, path, headers, json, form, text: plain }: RecordedRequest): Promise<Answer> {
  const [body, type] = json !== undefined ? [JSON.stringify(json), 'application/json']
    : form !== undefined ? [new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'] : [plain, undefined];
  const sent = request(url + path, {
    method,
    agent: false,
    headers: {
      ...(type !== undefined && { 'content-type': type }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    },
  });
  return new Promise((resolve, reject) => {
    sent.on('error', reject).on('response', (response) => {
      text(response).then((content) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: content }), reject);
    });
    sent.end(body);
  });
}

function compare(expected: ExpectedAnswer, answer: Answer): string[] {
  if (![expected.status].flat().includes(answer.status)) return [`the status is ${answer.status}, and not ${expected.status}: ${answer.text}`];
  const headers = Object.entries(expected.headers ?? {}).flatMap(([name, value]) =>
    differences(value ?? undefined, answer.headers[name.toLowerCase()], `the header ${name}`));
  const plain = 'text' in expected ? differences(expected.text, answer.text, 'the body') : [];
  return [...headers, ...plain, ...('json' in expected ? differences(expected.json, JSON.parse(answer.text), 'the body') : [])];
}

function valueAt(capture: string, answer: Answer): string {
  const [place = '', ...pattern] = capture.split('#');
  const [source, ...path] = place.split('/');
  if (source !== 'body' && source !== 'header') throw new Error(`A recording captures ${place}, which is no part of an answer`);
  const start: unknown = source === 'body' ? JSON.parse(answer.text) : answer.headers;
  const value = String(path.reduce((inner, name) => (inner as Record<string, unknown>)[name], start));
  const found = new RegExp(pattern.join('#'), 'u').exec(value);
  if (!found) throw new Error(`A recording captures ${capture}, which is not in ${value}`);
  return pattern.length === 0 ? value : (found[1] ?? found[0]);
}
