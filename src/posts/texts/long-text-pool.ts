import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { BOUNDS } from '../../auth/limits/bounds.js';
import { builtFile } from '../../config/built-file.js';
import { type Gone, FairQueue } from '../../input/fair-queue.js';
import { InvalidInput, TemporarilyUnavailable } from '../../problems/general.errors.js';
import type { AnchorText, Found, Passage } from '@colloquy/passages';
import { type HtmlAnswer, type HtmlPage, readHtmlAnswer } from '../../text/html/html-page.js';
import { renderMarkdown, showsNothing } from '../../text/markdown/markdown.js';
import { findMentions } from '../../text/markdown/mentions.js';
import { NOTHING_SHOWN } from '../../text/plain/text-gate.js';

/** In UTF-16 code units. The worst text of this length takes about 2 ms, prose a tenth of that. */
const LONG = 2_048;
/** In bytes. A smaller page is parsed on this thread; a megabyte takes about 30 ms. */
const LONG_PAGE = 131_072;
/**
 * The longest comment takes about 20 ms, so a text waits a few seconds at most. The queue is fair:
 * many texts from one network delay only each other.
 */
const MAX_WAITING = BOUNDS['long texts'].most;
const IDLE_MS = 60_000;

/** Runs the slow work on long texts in worker threads. Short texts are processed at once. */
@Injectable()
export class LongTextPool implements OnApplicationShutdown {
  private pool: Piscina | null = null;
  private readonly turns = new FairQueue({
    running: 1,
    waiting: MAX_WAITING,
    full: () => new TemporarilyUnavailable(),
  });
  private readonly worker = workerFile();

  /**
   * Like `renderMarkdown`.
   * @param gone whether the client has disconnected and no longer needs the result
   * @throws TemporarilyUnavailable when too many texts wait
   */
  async render(source: string, gone?: Gone): Promise<string> {
    if (source.length <= LONG) return renderMarkdown(source);
    return (await this.run('render', source, gone)) as string;
  }

  /**
   * Like `render`, for a text that must be visible.
   * @param pointer of its field
   * @throws InvalidInput when nothing of it would be shown
   */
  async renderShown(source: string, pointer: string, gone?: Gone): Promise<string> {
    const html = await this.render(source, gone);
    if (showsNothing(html)) throw InvalidInput.at(pointer, NOTHING_SHOWN);
    return html;
  }

  /**
   * Like `AnchorText.find`.
   * @param gone whether the client has disconnected and no longer needs the result
   * @throws TemporarilyUnavailable when too many texts wait
   */
  async findPassage(text: AnchorText, passage: Passage, gone?: Gone): Promise<Found> {
    return (
      findShort(text, passage) ??
      ((await this.run('findPassage', { text: text.text, passage }, gone)) as Found)
    );
  }

  /** The same for background work, which skips the queue of requests but waits for the worker. */
  async findPassageBehind(text: AnchorText, passage: Passage): Promise<Found> {
    return (
      findShort(text, passage) ??
      ((await this.work('findPassage', { text: text.text, passage })) as Found)
    );
  }

  /** Like `findMentions`, for background work. */
  async findMentionsBehind(source: string): Promise<string[][]> {
    if (source.length <= LONG) return findMentions(source);
    return (await this.work('findMentions', source)) as string[][];
  }

  /** Parses a page of the host site. The caller limits how many wait. */
  async readPage(answer: HtmlAnswer): Promise<HtmlPage> {
    if (answer.bytes.length <= LONG_PAGE) return readHtmlAnswer(answer);
    return (await this.work('readPage', answer)) as HtmlPage;
  }

  /** Called after the requests in flight have been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private run(name: string, task: unknown, gone?: Gone): Promise<unknown> {
    return this.turns.run(() => this.work(name, task), gone);
  }

  private work(name: string, task: unknown): Promise<unknown> {
    this.pool ??= new Piscina({
      filename: this.worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      // The thread runs JavaScript; inheriting a loader of this process would only slow it down.
      execArgv: [],
    });
    return this.pool.run(task, { name });
  }
}

/**
 * The result if it needs no worker thread; null when the passage may be anywhere in a long text.
 */
function findShort(text: AnchorText, passage: Passage): Found | null {
  return text.findUnchanged(passage) ?? (text.text.length <= LONG ? text.find(passage) : null);
}

/**
 * A thread can run only JavaScript, so it is a built file. Without it the pool would restart its
 * thread again and again, and its callers would wait forever.
 */
function workerFile(): string {
  const path = 'text/markdown/long-text-worker.js';
  const file = builtFile(path);
  if (!file) throw new Error(`${path} is missing: run \`npm run build\` first.`);
  return file;
}
