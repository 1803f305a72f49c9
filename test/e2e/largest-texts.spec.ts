import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

const FAMILY = '👨‍👩‍👧‍👦'; // 25 bytes of UTF-8 that a reader counts as one character
const MAX_COMMENT_BYTES = 65_536;
const MAX_COMMENT_CHARACTERS = 10_000;

/** A text of exactly this many bytes, in far fewer characters. */
function textOf(bytes: number): string {
  const families = Math.floor((bytes - 100) / 26);
  const text = `${FAMILY} `.repeat(families);
  return text + 'x'.repeat(bytes - Buffer.byteLength(text));
}

describe('a text of the greatest length', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' } });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const write = (body: string) =>
    site.app.request.post(`/api/v1/posts/${post}/comments`).set(site.reader.auth).send({ body });

  it.each([
    ['bytes', textOf(MAX_COMMENT_BYTES)],
    ['characters', `${'жs'.repeat(MAX_COMMENT_CHARACTERS / 2 - 1)}ж.`],
    ['characters of three bytes', '漢'.repeat(MAX_COMMENT_CHARACTERS)],
  ])('in %s is read back whole, wherever a comment is read', async (_, body) => {
    const { id } = await say(site.app, site.reader, post, body);
    const single = await site.app.request.get(`/api/v1/comments/${id}`).expect(200);
    expect(single.body.body === body).toBe(true);
    const page = await site.app.request.get(`/api/v1/posts/${post}/comments?limit=1`).expect(200);
    expect(page.body.items[0].body === body).toBe(true);
    const shown = single.body.html.replace(/<[^>]+>/g, '').trim();
    expect(shown === body.trim()).toBe(true);
    const edit = site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set(site.reader.auth)
      .set('if-match', '1');
    const edited = await edit.send({ body: `${body.slice(0, -1)}!` }).expect(200);
    expect(edited.body.body.endsWith('!')).toBe(true);
  });

  it('is refused when it is one more', async () => {
    for (const body of [
      textOf(MAX_COMMENT_BYTES + 1),
      'x'.repeat(MAX_COMMENT_CHARACTERS + 1),
      '漢'.repeat(MAX_COMMENT_CHARACTERS + 1),
      '\u0301'.repeat(MAX_COMMENT_CHARACTERS),
    ]) {
      const problem = expectProblem(await write(body), 422, { slug: 'invalid-input' });
      expect(problem.errors).toEqual([
        { pointer: '/body', detail: expect.any(String), rule: expect.any(String) },
      ]);
    }
  });

  it('of a post is read back whole, and one that fills a request is refused whole', async () => {
    const body = `${'A long review of one line. '.repeat(3_700)}`.trim();
    const { id } = await createPost(site.app, site.editor, { body });
    const read = await site.app.request.get(`/api/v1/posts/${id}`).expect(200);
    expect(read.body.body === body).toBe(true);
    const post = (text: string) =>
      site.app.request
        .post('/api/v1/posts')
        .set(site.editor.auth)
        .send({ title: 'Long', body: text });
    expectProblem(await post('x'.repeat(200_001)), 422, { slug: 'invalid-input' });
    expectProblem(await post('x'.repeat(256 * 1024)), 413, { slug: 'body-too-large' });
  });
});
