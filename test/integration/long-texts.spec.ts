import { LongTextPool } from '../../src/posts/texts/long-text-pool.js';
import { TemporarilyUnavailable } from '../../src/problems/general.errors.js';
import { AnchorText } from '@colloquy/passages';
import { renderMarkdown } from '../../src/text/markdown/markdown.js';

const LONG = 'A *long* review, > of `many` words.\n\n'.repeat(1_000);
const passage = (exact: string) => ({
  quote: { exact, prefix: '', suffix: '' },
  position: { start: 0, end: exact.length },
});

describe('long texts', () => {
  let texts: LongTextPool;
  /** More renders than may wait. */
  const crowd = () => Array.from({ length: 230 }, () => texts.render(LONG.slice(0, 3_000)));

  beforeAll(() => {
    texts = new LongTextPool();
  });
  afterAll(() => texts.onApplicationShutdown());

  /**
   * Whether this thread is free before the work is done. The next tick precedes any message of
   * another thread; by the next turn of the loop a fast one may have finished.
   */
  async function leavesThread(work: Promise<unknown>): Promise<boolean> {
    let done = false;
    void work.finally(() => (done = true)).catch(() => undefined);
    await new Promise<void>((next) => process.nextTick(next));
    const left = !done;
    await work;
    return left;
  }

  it('are rendered in another thread, to the same as short ones', async () => {
    const work = texts.render(LONG);
    expect(await leavesThread(work)).toBe(true);
    expect((await work) === renderMarkdown(LONG)).toBe(true);
    expect(await leavesThread(texts.render('Short'))).toBe(false);
  });

  it('are read as pages in another thread, to the same as short ones', async () => {
    const page = (words: number) => ({
      bytes: Buffer.from(`<title>Река</title>${'<p>word</p>'.repeat(words)}<colloquy-thread>`),
      contentType: 'text/html; charset=utf-8',
      address: 'https://reviews.example/river',
    });
    const [long, short] = [texts.readPage(page(20_000)), texts.readPage(page(1))];
    expect(await leavesThread(long)).toBe(true);
    expect(await leavesThread(texts.readPage(page(1)))).toBe(false);
    expect(await long).toEqual(await short);
    expect((await long).title).toBe('Река');
  });

  it('are searched for what only looks alike in another thread', async () => {
    const words = Array.from({ length: 4_000 }, (_, at) => `word${at.toString(36)}`).join(' ');
    const text = new AnchorText(words);
    const near = passage('word1a word1b changed word1d word1e word1f word1g');
    const found = texts.findPassage(text, near);
    expect(await leavesThread(found)).toBe(true);
    expect(await found).toEqual(text.find(near));
    expect((await found).state).toBe('near');
    const exact = texts.findPassage(text, passage(words.slice(5_000, 5_100)));
    expect(await leavesThread(exact)).toBe(false);
    expect((await exact).state).toBe('exact');
  });

  it('of those who have left are dropped', async () => {
    let gone = false;
    const stays = texts.render(LONG);
    const leave = [
      texts.render(LONG, () => gone),
      texts.findPassage(new AnchorText(LONG), passage('of many words'), () => gone),
    ];
    gone = true;
    for (const leaves of leave) await expect(leaves).rejects.toBeInstanceOf(TemporarilyUnavailable);
    expect((await stays).length).toBeGreaterThan(LONG.length);
  });

  it('of one network wait for each other, and hardly for those of another', async () => {
    const of = (lane: string) => Object.assign(() => false, { lane });
    const done: string[] = [];
    const ask = (lane: string) => texts.render(LONG, of(lane)).then(() => done.push(lane));
    await Promise.all([...Array.from({ length: 10 }, () => ask('many')), ask('another')]);
    expect(done.indexOf('another')).toBeLessThan(3);
  });

  it('are refused when too many wait', async () => {
    const all = await Promise.allSettled(crowd());
    const refused = all.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(230);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(TemporarilyUnavailable);
  });

  it('are searched behind the requests however many wait', async () => {
    const waiting = Promise.allSettled(crowd());
    const [text, changed] = [new AnchorText(LONG), passage('of many words')];
    expect(await texts.findPassageBehind(text, changed)).toEqual(text.find(changed));
    expect((await waiting).some(({ status }) => status === 'rejected')).toBe(true);
    expect((await texts.render(LONG)).length).toBeGreaterThan(LONG.length);
  });
});
