import { connectLive } from '../support/live-client.js';
import { hostToken, now, SSO_ENV } from '../support/host-tokens.js';
import { type Markup, readMarkup, textIn } from '../support/markup.js';
import type { Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { untilFound } from '../support/until.js';

const BADGES = ['Subscriber', 'Since <2019>'];

describe('the badges that the host site gives a reader', () => {
  const site = useSite({ env: SSO_ENV, people: { editor: 'admin' } });
  let people = 0;
  const visit = async (user: object, iat = now()): Promise<Person> => {
    const token = await hostToken({ iat, user });
    const { body } = await site.app.request.post('/api/v1/auth/sso').send({ token }).expect(200);
    const auth = { authorization: `Bearer ${body.accessToken}` };
    return { ...body.user, token: body.accessToken, refreshToken: body.refreshToken, auth };
  };
  const reader = () => ({ id: `badged-${++people}`, displayName: `Badged ${people}` });
  const bylineOf = ({ all }: Markup) =>
    textIn(all('p').find(({ attrs }) => attrs.some(({ value }) => value === 'colloquy-by'))!)
      .replace(/\s+/g, ' ')
      .trim();

  it('stand with each of their comments: in answers, pages, events and HTML', async () => {
    const { id, slug } = await createPost(site.app, site.editor);
    const live = await connectLive(site.app.url);
    await live.subscribe(id);
    const author = await visit({ ...reader(), badges: BADGES });
    const written = await say(site.app, author, id, 'A word');
    expect(written.author).toMatchObject({ badges: BADGES });
    await say(site.app, site.editor, id, 'Another', written.id);
    const { items } = await readPage(site.app, id);
    expect(items.map(({ author: shown }) => shown)).toMatchObject([
      { badges: BADGES },
      { badges: [] },
    ]);
    await live.untilSeq(id, 2);
    expect(live.events(id).map(({ data }) => data.comment?.author)).toEqual(
      items.map(({ author: shown }) => shown),
    );
    live.close();
    for (const path of [`/api/v1/posts/${id}/thread.html`, `/posts/${slug}`]) {
      const { text } = await site.app.request.get(path).expect(200);
      expect(bylineOf(readMarkup(text))).toMatch(/^Badged \d+ \(Subscriber\) \(Since <2019>\) /);
    }
  });

  it('are shown anew on pages that were kept, when a newer token has others', async () => {
    const { id } = await createPost(site.app, site.editor);
    const user = reader();
    const author = await visit({ ...user, badges: ['Trial'] }, now() - 10);
    await say(site.app, author, id, 'A word');
    const path = `/api/v1/posts/${id}/comments`;
    const before = await site.app.request.get(path).expect(200);
    await visit({ ...user, badges: [] });
    // The change reaches the pages after at most a second.
    const after = await untilFound('the page to be made anew', async () => {
      const answer = await site.app.request.get(path).set('if-none-match', before.headers.etag);
      return answer.status === 304 ? null : answer;
    });
    expect(after.status).toBe(200);
    expect([before, after].map(({ body }) => body.items[0].author.badges)).toEqual([['Trial'], []]);
    await visit({ ...user, badges: [] }, now() + 1);
    await site.app.request.get(path).set('if-none-match', after.headers.etag).expect(304);
  });
});
