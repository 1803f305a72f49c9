import { redacted } from '../text/plain/redacted.js';

const LONGEST = 300;

/**
 * Details for the log that must not be in a list for administrators: files, internal addresses,
 * secrets.
 */
const INNER: readonly (readonly [RegExp, string])[] = [
  [/\b(https?:\/\/)[^\s/?#]*([/?#]\S*)?/gi, '$1[address]'],
  [/(?:file:\/\/)?(?<![\w<])(?:\/[\w.@~-]+){2,}\/?(?::\d+)*/g, '[file]'],
  [/(?<=\b(?:ENOTFOUND|EAI_AGAIN) )\S+/g, '[address]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '[address]'],
  [/(?<![\w:])\[?(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}\]?(?::\d+)?/gi, '[address]'],
  [/[\w+/=-]{40,}/g, '[token]'],
];

interface Thrown {
  name?: string;
  message?: string;
  code?: string;
  /** An error of Postgres. */
  severity?: string;
  driverError?: Thrown;
}

/** An error class of the language is a bug of ours, and its message contains only our code. */
const MISTAKES = /^(Type|Reference|Range|Syntax|Assertion)Error$/;

/**
 * The text of a job's error for storage. It is the first line, without names of people, secrets and
 * internals of the service. The log has the whole error.
 */
export function failureText(error: unknown): string {
  const thrown = (error ?? {}) as Thrown;
  const { message, code, name, severity } = thrown.driverError ?? thrown;
  if (severity) return `The database refused it (${code}).`;
  if (MISTAKES.test(name ?? '')) return `The service made a mistake (${name}).`;
  const text = message || code || name || String(error);
  const [line] = redacted(text.trim()).split(/[\r\n]/);
  const told = INNER.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), line);
  return told.length > LONGEST ? `${told.slice(0, LONGEST - 1)}…` : told;
}
