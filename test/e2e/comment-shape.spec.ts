import { register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

type Shown = Record<string, unknown>;

describe('a comment', () => {
  const site = useSite({ people: { editor: 'admin' } });

  const get = async <Body = Shown>(path: string, auth = {}): Promise<Body> =>
    (await site.app.request.get(`/api/v1${path}`).set(auth).expect(200)).body;
  const inPage = ({ postId: _postId, ...comment }: Shown) => comment;

  it('has one shape in the answer of its write, alone, in a page, its context and its event', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const author = await register(site.app);
    const write = async (comment: object): Promise<Shown> =>
      (
        await site.app.request
          .post(`/api/v1/posts/${post}/comments`)
          .set(author.auth)
          .send(comment)
          .expect(201)
      ).body;
    const first = await write({ body: 'A "quoted" word, \\ and a line\nbelow; «Правда» 😀' });
    const quotes = [{ commentId: first.id, version: 1, start: 3, end: 9 }];
    const reply = await write({ body: 'An answer', parentId: first.id, quotes });
    expect(reply).toMatchObject({ depth: 1, quotes: [{ text: 'quoted', state: 'current' }] });
    expect(await get(`/comments/${String(reply.id)}`)).toEqual(reply);

    const answered = { ...inPage(first), replyCount: 1 };
    const { items } = await get(`/posts/${post}/comments`);
    expect(items).toEqual([answered, inPage(reply)]);
    const context = await get(`/comments/${String(reply.id)}/context`);
    expect(context.items).toEqual([answered, inPage(reply)]);
    const { events } = await get<{ events: { data: { comment: Shown } }[] }>(
      `/posts/${post}/events`,
    );
    const carried = events.map(({ data }) => data.comment);
    const alone = { ...answered, moreReplies: { count: 1, cursor: null } };
    expect(carried).toEqual([alone, inPage(reply)]);
  });

  it('has it for its author while it waits for a moderator', async () => {
    const { id: post } = await createPost(site.app, site.editor, { mode: 'premoderated' });
    const author = await register(site.app);
    const { body: held } = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(author.auth)
      .send({ body: 'Read this first' })
      .expect(202);
    expect(held).toMatchObject({ status: 'held', hold: [{ rule: 'post-premoderated' }] });
    expect(await get(`/comments/${held.id}`, author.auth)).toEqual(held);
    expect((await get(`/posts/${post}/viewer`, author.auth)).held).toEqual([held]);
  });
});
