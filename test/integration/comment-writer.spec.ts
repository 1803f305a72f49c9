import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type {
  DraftRow,
  WriteOutcome,
} from '../../src/comments/writing/comment-writer.repository.js';
import { CommentWriter } from '../../src/comments/writing/comment-writer.js';
import { newId } from '../../src/database/ids.js';
import { FULL } from '../support/full-form.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

/** The flaw of a draft: none, one that the write refuses, or one that fails the statement. */
type Kind = 'sound' | 'reply' | 'orphan' | 'stale' | 'poison';

const kinds = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Kind>('sound') },
  { weight: 2, arbitrary: fc.constantFrom<Kind>('reply', 'orphan', 'stale') },
);

interface Step {
  kind: Kind;
  post: number;
  author: number;
  /** One of a few keys, so that duplicates occur; null for none. */
  key: number | null;
  /** Whether earlier drafts may be written before this one is submitted. */
  pause: boolean;
}

const keyOf = ({ kind, key }: Pick<Step, 'kind' | 'key'>) => (kind === 'poison' ? null : key);

const steps = fc.array(
  fc.record<Step>({
    kind: kinds,
    post: fc.nat({ max: 1 }),
    author: fc.nat({ max: 2 }),
    key: fc.option(fc.nat({ max: 5 }), { freq: 2 }),
    pause: fc.nat({ max: 7 }).map((number) => number === 0),
  }),
  { minLength: 30, maxLength: 120, size: 'max' },
);

/** Half of them contain poison: a group that it fails is written one by one. */
const courses = fc
  .tuple(steps, fc.option(fc.nat({ max: 29 }), { freq: 1 }))
  .map(([course, poisoned]) =>
    course.map((step, at): Step => (at === poisoned ? { ...step, kind: 'poison' } : step)),
  );

describe('comments that are written together', () => {
  const site = useSite({ people: { editor: 'admin' }, env: { RATE_LIMITS: 'off' } });
  let writer: CommentWriter;
  let authors: Person[];
  beforeAll(async () => {
    writer = site.app.app.get(CommentWriter, { strict: false });
    authors = await Promise.all(Array.from({ length: 3 }, () => register(site.app)));
  });

  /** Poison has no key: as a duplicate it would be answered without failing. */
  const draftOf = (
    step: Step,
    posts: readonly string[],
    parent: string,
    run: string,
  ): DraftRow => ({
    id: newId(),
    postId: posts[step.post],
    parentId: step.kind === 'orphan' ? newId() : step.kind === 'reply' ? parent : null,
    authorId: authors[step.author].id,
    body: step.kind,
    html: step.kind === 'poison' ? (null as unknown as string) : `<p>${step.kind}</p>`,
    createdAt: new Date(),
    terms: {
      author: { role: 'member', standing: 'active', newcomer: false },
      post: { mode: step.kind === 'stale' ? 'closed' : 'open', locked: false, verified: true },
    },
    hold: null,
    key: keyOf(step) === null ? null : `${run}-${step.key}`,
    hash: keyOf(step) === null ? null : createHash('sha256').update('one request').digest(),
    anchor: null,
    quotes: null,
  });

  /** The outcome of a draft, or `thrown` if its statement failed. */
  const submit = (draft: DraftRow): Promise<WriteOutcome['outcome'] | 'thrown'> =>
    writer.write(draft).then(
      ({ outcome }) => outcome,
      () => 'thrown',
    );

  const logOf = (postId: string) =>
    site.database.query<{ seq: number; comment_id: string }>(
      'select seq::int as seq, comment_id from post_events where post_id = $1 order by seq',
      [postId],
    );

  it('are each written once, in order, and not failed by their neighbours', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const run = newId();
        const posts = [
          await createPost(site.app, site.editor),
          await createPost(site.app, site.editor),
        ].map(({ id }) => id);
        const root = draftOf(
          { kind: 'sound', post: 0, author: 0, key: null, pause: false },
          posts,
          '',
          run,
        );
        expect(await submit(root)).toBe('write');
        const drafts = course.map((step) =>
          draftOf(step.kind === 'reply' ? { ...step, post: 0 } : step, posts, root.id, run),
        );
        const outcomes: Promise<string>[] = [];
        for (const [at, draft] of drafts.entries()) {
          outcomes.push(submit(draft));
          if (course[at].pause) await new Promise((resolve) => setImmediate(resolve));
        }
        const came = await Promise.all(outcomes);

        // The first sound draft of an author with a key uses it up.
        const spent = new Set<string>();
        for (const [at, { kind, author, key }] of course.entries()) {
          const slot = keyOf({ kind, key }) === null ? null : `${author} ${key}`;
          const used = slot !== null && spent.has(slot);
          if (kind === 'poison') expect(came[at]).toBe('thrown');
          else if (used) expect(['kept', 'twin']).toContain(came[at]);
          else if (kind === 'stale') expect(['terms', 'twin']).toContain(came[at]);
          else if (kind === 'orphan') expect(['parent-not-found', 'twin']).toContain(came[at]);
          else if (slot === null) expect(came[at]).toBe('write');
          else expect(['write', 'twin']).toContain(came[at]);
          if (slot !== null && came[at] === 'write') spent.add(slot);
        }
        for (const [post, postId] of posts.entries()) {
          const written = drafts.filter(
            (draft, at) => draft.postId === postId && came[at] === 'write',
          );
          const expected = [...(post === 0 ? [root] : []), ...written].map(({ id }) => id);
          const log = await logOf(postId);
          expect(log.map(({ comment_id }) => comment_id)).toEqual(expected);
          expect(log.map(({ seq }) => seq)).toEqual(expected.map((_, at) => at + 1));
          const rows = await site.database.query<{ id: string }>(
            'select id from comments where post_id = $1',
            [postId],
          );
          expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
          const [head] = await site.database.query<{ seq: number; comments: number }>(
            'select seq::int as seq, comment_count::int as comments from post_heads where post_id = $1',
            [postId],
          );
          expect(head).toEqual({ seq: expected.length, comments: expected.length });
        }
      }),
      { seed: 20261125, numRuns: FULL ? 25 : 8, endOnFailure: true },
    );
    // Separate writes would make this test meaningless.
    const { text } = await site.app.request.get('/metrics').expect(200);
    const of = (series: string) =>
      Number(
        new RegExp(`^colloquy_batch_size_${series}{of="comments"} (\\d+)$`, 'm').exec(text)![1],
      );
    expect(of('sum')).toBeGreaterThan(2 * of('count'));
  });
});
