import 'reflect-metadata';
import fastJson from 'fast-json-stringify';
import { CreateCommentDto } from '../../src/comments/shape/comments.dto.js';
import { readDto } from '../../src/input/field.js';
import { renderMarkdown } from '../../src/text/markdown/markdown.js';
import { answerQuestions } from '../child.js';
import { PAGE_SCHEMA } from './page-schema.js';

/** Microseconds of CPU per call, by name. */
export type PieceCosts = Record<string, number>;

export interface Pieces {
  page: string;
  markdown: readonly string[];
  /** Duration of each measurement. */
  seconds: number;
}

/** Measures the CPU cost of each piece, warmed up and without other load. */
answerQuestions<Pieces>(async ({ page, markdown, seconds }): Promise<PieceCosts> => {
  const object = JSON.parse(page) as object;
  const serialise = fastJson(PAGE_SCHEMA);
  const bodies = markdown.map((body) => ({
    body,
    parentId: '01923456-789a-7bcd-8ef0-123456789abc',
  }));
  let turn = 0;
  const next = () => bodies[turn++ % bodies.length];
  return {
    'JSON.stringify of the page': await costOf(() => JSON.stringify(object), seconds),
    'fast-json-stringify of the page': await costOf(() => serialise(object), seconds),
    'a comment by the rules of its fields': await costOf(
      () => readDto(CreateCommentDto, next(), '/'),
      seconds,
    ),
    'Markdown of a comment': await costOf(() => renderMarkdown(next().body), seconds),
  };
});

const BLOCK = 50;

async function costOf(piece: () => unknown, seconds: number): Promise<number> {
  await repeat(piece, seconds);
  const before = process.cpuUsage();
  const calls = await repeat(piece, seconds);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

async function repeat(piece: () => unknown, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let calls = 0;
  while (performance.now() < end) {
    for (let nth = 0; nth < BLOCK; nth++) {
      const result = piece();
      if (result instanceof Promise) await result;
    }
    calls += BLOCK;
  }
  return calls;
}
