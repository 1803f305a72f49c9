import { SHORT_VECTORS } from './vectors.js';
import type { HostSite } from '../support/browser.js';
import type { Desk, Writer } from './desk.js';

interface Comment {
  id: string;
  version: number;
  body: string;
  author: { id: string };
}

/** The texts of a round, and where they can be read. */
export interface Written {
  postId: string;
  slug: string;
  /** Whether the post is a page of the host site. */
  isPage: boolean;
  /** Pages of the host site, one of them with comments on its passages. */
  pageSlugs: string[];
  /** Texts of stored comments. */
  texts: string[];
  /** The number of comments of the post that a reader sees. */
  comments: number;
  /** Every API read that shows some of it, with its reader. */
  reads: { path: string; by: Writer | null }[];
}

/** The accounts of all rounds: an author, a replier, a moderated author, and staff. */
export interface Cast {
  author: Writer;
  other: Writer;
  judged: Writer;
  admin: Writer;
  /** The site that embeds the discussions. */
  host: HostSite;
}

/**
 * Writes texts in every way that ends in something visible. With harmless texts it creates the
 * pages that serve for comparison.
 */
export async function writeRound(
  desk: Desk,
  cast: Cast,
  texts: readonly string[],
  nth: number,
): Promise<Written> {
  const { author, other, admin } = cast;
  const at = (place: number) => texts[place % texts.length];
  const name = SHORT_VECTORS[nth % SHORT_VECTORS.length];
  const isHarmless = texts.every((text) => !text.includes('<'));
  if (!isHarmless) {
    await desk.send('PATCH', '/users/me', author, { displayName: `${name.slice(0, 36)} ${nth}` });
    await desk.send('PATCH', '/users/me', other, {
      displayName: `${nth} ${name.slice(0, 36)}`,
      bio: at(0).slice(0, 500),
    });
  }
  const slug = `round-${isHarmless ? 'harmless-' : ''}${nth}`;
  const first = {
    slug,
    title: `Round ${nth}`,
    body: 'A text to be discussed, with *stress*.',
    summary: 'In short',
  };
  const post = (await desk.send<{ id: string }>('POST', '/posts', admin, first))!;
  const on = `/posts/${post.id}`;
  for (const [field, length] of [
    ['title', 300],
    ['summary', 2_000],
    ['key', 255],
  ] as const)
    await desk.send('PATCH', on, admin, { [field]: at(field.length).slice(0, length) });
  await desk.send('PATCH', on, admin, { body: texts.join('\n\n').slice(0, 50_000) });
  const url = `https://reviews.example/${slug}?q=${at(3)}`;
  await desk.send('PATCH', on, admin, { url: url.slice(0, 2_000) });
  await desk.send('POST', `${on}/urls`, admin, { url: `https://reviews.example/?q=${at(1)}` });

  const written: Comment[] = [];
  for (const text of texts) {
    const comment = await desk.send<Comment>('POST', `${on}/comments`, author, { body: text });
    if (comment) written.push(comment);
    await desk.send('POST', '/previews', author, { body: text });
  }
  for (const [place, { id, version }] of written.entries())
    if (place % 5 === 0)
      await desk.send('PATCH', `/comments/${id}`, author, { body: at(place + 1) }, version);
  for (const [place, { id, version, body }] of written.entries()) {
    if (place % 5 !== 1) continue;
    const quotes = [{ commentId: id, version, start: 0, end: Math.min(body.length, 500) }];
    await desk.send('POST', `${on}/comments`, other, { body: at(place), quotes, parentId: id });
  }
  await desk.send('POST', `${on}/updates`, admin, {
    text: at(2),
    body: at(3),
    credits: written.slice(0, 1).map(({ id }) => id),
  });
  const page =
    (await desk.send<{ id: string }>('POST', '/posts', admin, {
      slug: `${slug}-page`,
      title: at(4).slice(0, 300),
      url: `https://reviews.example/${slug}`,
    })) ??
    (await desk.send<{ id: string }>('POST', '/posts', admin, {
      slug: `${slug}-page`,
      title: 'A page',
      url: `https://reviews.example/${slug}`,
    }));
  for (const text of texts.slice(0, 5)) {
    const quote = { exact: text.slice(0, 900), prefix: text.slice(0, 90), suffix: text.slice(-90) };
    await desk.send('POST', `/posts/${page!.id}/comments`, author, {
      body: text,
      anchor: { quote, position: { start: 0, end: 9 } },
    });
  }
  const named = await namePage(desk, cast, `/${slug}`, at(4));
  await decide(desk, cast, written, texts);
  await judge(desk, cast, at(5), `${name.slice(0, 36)} ${nth}`);
  return {
    postId: post.id,
    slug,
    isPage: false,
    pageSlugs: [`${slug}-page`, named],
    texts: written.map(({ body }) => body),
    comments: await countShown(desk, post.id),
    reads: readsOf(post.id, page!.id, slug, written, cast),
  };
}

/** Gives a page of the host site a text as its title. @returns the slug of its post */
async function namePage(
  desk: Desk,
  { author, host }: Cast,
  path: string,
  text: string,
): Promise<string> {
  const title = text.slice(0, 300).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const url = host.page(
    `/page${path}`,
    '',
    `<link rel="canonical" href="${host.origin}/page${path}">`,
    title,
  );
  const post = (await desk.send<{ slug: string; title: string }>('POST', '/posts/by-page', author, {
    url,
  }))!;
  desk.took('the title of a page', post.title.includes('<'));
  return post.slug;
}

/** Texts by readers and staff about an account. */
async function judge(
  desk: Desk,
  { author, judged, admin }: Cast,
  text: string,
  displayName: string,
): Promise<void> {
  const flag = { reason: 'other', field: 'name', detail: text.slice(0, 1_000) };
  await desk.send('POST', `/users/${judged.username}/flags`, author, flag);
  const note = text.slice(0, 2_000);
  const grounds = { reason: 'other', rule: text.slice(0, 100), text: note, note };
  const decide = (decision: object) =>
    desk.send('POST', `/moderation/users/${judged.id}/decisions`, admin, decision);
  await decide({ action: 'note', note });
  await decide({ action: 'warn', ...grounds });
  await decide({ action: 'rename', ...grounds, displayName, clearBio: true });
}

async function countShown(desk: Desk, post: string): Promise<number> {
  const { text } = await desk.read(`/api/v1/posts/${post}/comments?limit=100`);
  const { items } = JSON.parse(text) as { items: { html: string | null }[] };
  return items.filter(({ html }) => html !== null).length;
}

/** Texts by staff and readers about comments. */
async function decide(
  desk: Desk,
  { other, admin }: Cast,
  written: readonly Comment[],
  texts: readonly string[],
): Promise<void> {
  const [text] = texts;
  await desk.send('PUT', '/moderation/canned-reasons', admin, {
    reason: 'other',
    language: 'en',
    text: text.slice(0, 1_000),
  });
  for (const { id, version } of written.slice(-3)) {
    await desk.send('POST', `/comments/${id}/flags`, other, {
      reason: 'other',
      detail: text.slice(0, 1_000),
    });
    const notice = {
      category: 'child_abuse',
      explanation: `${text} ${text}`.slice(0, 4_000).padEnd(20, '.'),
      goodFaith: true,
      name: text.slice(0, 200),
    };
    await desk.send('POST', '/notices', null, { ...notice, url: id });
    await desk.send('POST', `/moderation/comments/${id}/notes`, admin, {
      body: text.slice(0, 2_000),
    });
    const grounds = {
      reason: 'other',
      rule: text.slice(0, 100),
      text: text.slice(0, 2_000),
      note: text.slice(0, 2_000),
    };
    await desk.send('POST', `/moderation/comments/${id}/decisions`, admin, {
      action: 'remove',
      version,
      ...grounds,
    });
  }
}

function readsOf(
  post: string,
  page: string,
  slug: string,
  written: readonly Comment[],
  { author, other, judged, admin }: Cast,
): Written['reads'] {
  const api = (path: string, by: Writer | null = null) => ({ path: `/api/v1${path}`, by });
  return [
    api(`/posts/${post}`),
    api(`/posts/${slug}/comments?limit=100`),
    api(`/posts/${page}/comments?limit=100`),
    api(`/posts/${post}/events?after=0&limit=500`),
    api(`/posts/${post}/revisions?limit=100`),
    api(`/posts/${post}/updates`),
    api(`/posts/${page}/anchors`),
    api(`/posts/${post}/viewer`, author),
    ...written.slice(0, 6).map(({ id }) => api(`/comments/${id}/revisions`)),
    ...written.slice(0, 2).map(({ id }) => api(`/comments/${id}/context`)),
    api('/posts?limit=100'),
    api('/moderation/queue?limit=100', admin),
    api('/moderation/log?limit=100', admin),
    api('/moderation/log/public?limit=100'),
    api('/moderation/canned-reasons', admin),
    api('/users/me/decisions', author),
    api('/users/me/decisions', judged),
    api(`/users/${judged.username}`),
    api(`/users/${other.username}`),
  ];
}
