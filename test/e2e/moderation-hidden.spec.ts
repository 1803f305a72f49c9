import { randomBytes } from 'node:crypto';
import { sampleOf } from '../support/full-form.js';
import { decide, readQueue } from '../support/moderation.js';
import { type Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

/** A text that is found wherever it leaks: Markdown, HTML and JSON. */
const canary = () => `canary${randomBytes(8).toString('hex')}`;

interface Hidden {
  id: string;
  texts: string[];
}

describe('a text that moderation hides', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member', other: 'member' },
  });
  let post: { id: string; slug: string };
  let validator: string;
  const hidden: Record<string, Hidden> = {};

  beforeAll(async () => {
    post = await createPost(site.app, site.editor);
    const top = await say(site.app, site.other, post.id, 'The top of it all');
    hidden.leaf = await write();
    hidden.reply = await write(top.id);
    hidden.withReplies = await write();
    const below = await say(site.app, site.other, post.id, 'Below', hidden.withReplies.id);
    await say(site.app, site.other, post.id, 'Further below', below.id);
    hidden.edited = await write();
    hidden.edited.texts.push(await rewrite(hidden.edited.id, 1));
    hidden.heldByEdit = await write();
    validator = (await site.app.request.get(`/api/v1/posts/${post.id}/comments`)).headers.etag;
    for (const name of ['leaf', 'reply', 'withReplies']) await remove(hidden[name].id, 1);
    await remove(hidden.edited.id, 2);
    await setMode('premoderated');
    hidden.heldByEdit.texts.push(await rewrite(hidden.heldByEdit.id, 1));
    hidden.held = await write(top.id, 202);
    await setMode('open');
  });

  async function write(parentId?: string, status = 201): Promise<Hidden> {
    const text = canary();
    const { body } = await site.app.request
      .post(`/api/v1/posts/${post.id}/comments`)
      .set({ ...site.author.auth, 'idempotency-key': text })
      .send({ body: `This is **${text}** indeed`, ...(parentId ? { parentId } : {}) })
      .expect(status);
    return { id: body.id, texts: [text] };
  }

  /** An edit that leaves a mark, so everyone may read the revision of the published comment. */
  async function rewrite(id: string, version: number): Promise<string> {
    const text = canary();
    await site.database.query(
      `update comments set created_at = created_at - interval '1 hour' where id = $1`,
      [id],
    );
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': String(version) })
      .send({ body: `No, it is *${text}*` })
      .expect(200);
    return text;
  }

  const remove = async (id: string, version: number) => {
    const decision = { action: 'remove', reason: 'personal_data', version };
    expect((await decide(site.app, site.staff, `comments/${id}`, decision)).status).toBe(201);
  };
  const setMode = (mode: string) =>
    site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.editor.auth)
      .send({ mode })
      .expect(200);

  /** Every readable address of the API, filled with all objects of this test. */
  async function addresses(): Promise<string[]> {
    const { body } = await site.app.request.get('/api/openapi.json').expect(200);
    const comments = (await site.database.query<{ id: string }>('select id from comments')).map(
      (row) => row.id,
    );
    const values: Record<string, string[]> = {
      '{post}': [post.id, post.slug],
      '{id}': comments,
      '{username}': [site.author.username, site.other.username],
      '{provider}': ['none'],
    };
    const paths = Object.entries<object>(body.paths).filter(([, methods]) => 'get' in methods);
    return paths.flatMap(([path]) => {
      const parameter = /\{\w+\}/.exec(path)?.[0];
      if (!parameter) return [path];
      expect(Object.keys(values)).toContain(parameter);
      return values[parameter].map((value) => path.replace(parameter, value));
    });
  }

  const queries = ['', '?sort=oldest', '?sort=newest&depth=0', '?after=0&limit=500', '?limit=100'];

  /** Every address, with at least one query. */
  async function addressesWithQueries(): Promise<readonly string[]> {
    const all = (await addresses()).flatMap((address) => queries.map((query) => address + query));
    return sampleOf(all, queries.length - 1);
  }

  async function readAll(these: readonly string[], by: Person | null): Promise<string> {
    const answers: string[] = [];
    for (const address of these) {
      const request = site.app.request.get(address);
      const answer = await (by ? request.set(by.auth) : request);
      expect(answer.status).toBeLessThan(500);
      answers.push(address, answer.text ?? '', JSON.stringify(answer.headers));
    }
    return answers.join('\n');
  }

  const all = () => Object.values(hidden).flatMap(({ texts }) => texts);

  it('is found in no answer for guests and other members', async () => {
    for (const by of [null, site.other]) {
      const everything = await readAll(await addressesWithQueries(), by);
      expect(everything).toContain('The top of it all');
      expect(all().filter((text) => everything.includes(text))).toEqual([]);
    }
  });

  it('is found by moderators, in the comment and its revisions', async () => {
    const everything = await readAll(await addresses(), site.staff);
    expect(all().filter((text) => !everything.includes(text))).toEqual([]);
  });

  it('is found by its author', async () => {
    for (const { id, texts } of Object.values(hidden)) {
      const answer = await site.app.request
        .get(`/api/v1/comments/${id}`)
        .set(site.author.auth)
        .expect(200);
      expect(answer.body.body).toContain(texts.at(-1));
    }
  });

  it('is no longer taken from a page that a browser kept', async () => {
    const answer = await site.app.request
      .get(`/api/v1/posts/${post.id}/comments`)
      .set('if-none-match', validator);
    expect(answer.status).toBe(200);
    expect(all().filter((text) => answer.text.includes(text))).toEqual([]);
  });

  it('is not counted', async () => {
    const page = await readPage(site.app, post.id, { sort: 'oldest' });
    expect(page.post.commentCount).toBe(3);
    expect(page.items.map(({ status, replyCount }) => [status, replyCount])).toEqual([
      ['published', 0],
      ['removed', 1],
      ['published', 1],
      ['published', 0],
    ]);
  });

  it('is as absent as what never was, where no reply keeps its place', async () => {
    const absent = '01900000-0000-7000-8000-000000000000';
    for (const path of ['', '/context', '/replies', '/revisions']) {
      const never = await site.app.request.get(`/api/v1/comments/${absent}${path}`);
      for (const name of ['leaf', 'reply', 'edited', 'held', 'heldByEdit']) {
        const answer = await site.app.request.get(`/api/v1/comments/${hidden[name].id}${path}`);
        expect([name, path, answer.status]).toEqual([name, path, 404]);
        const { requestId: _, instance: __, ...problem } = answer.body;
        const { requestId: ___, instance: ____, ...expected } = never.body;
        expect(problem).toEqual(expected);
      }
    }
  });

  it('goes back to its author alone when the first request is sent again', async () => {
    const [text] = hidden.withReplies.texts;
    const send = (by: Person) =>
      site.app.request
        .post(`/api/v1/posts/${post.id}/comments`)
        .set({ ...by.auth, 'idempotency-key': text })
        .send({ body: `This is **${text}** indeed` });
    const again = await send(site.author);
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(hidden.withReplies.id);
    const theirs = await send(site.other);
    expect(theirs.body.id).not.toBe(hidden.withReplies.id);
    await site.app.request
      .delete(`/api/v1/comments/${theirs.body.id}`)
      .set(site.other.auth)
      .expect(204);
  });

  it('waits in the queue only while it is held', async () => {
    const { items } = await readQueue(site.app, site.staff);
    expect(items.map((item) => item.id)).toEqual([hidden.heldByEdit.id, hidden.held.id]);
    const visible = JSON.stringify(items);
    expect(visible).toContain(hidden.held.texts[0]);
    expect(visible).not.toContain(hidden.leaf.texts[0]);
  });
});
