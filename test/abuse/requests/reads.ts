import { type Attack, attack } from '../attack.js';
import type { Ground, Grounds } from '../grounds.js';

const QUERY = 'limit=25&depth=3&replies=3';

/** Requests a path of a ground after each change of it. */
function read(
  name: string,
  which: (grounds: Grounds) => Promise<Ground>,
  path: (ground: Ground) => string,
): Attack {
  return attack(name, async (grounds) => {
    const ground = await which(grounds);
    const { asker } = grounds.stage;
    return { before: () => ground.touch(), send: () => asker.send({ path: path(ground) }) };
  });
}

const wall = (grounds: Grounds) => grounds.wall();
const quoted = (grounds: Grounds) => grounds.quoted();
const anchored = (grounds: Grounds) => grounds.anchored();
const edited = (grounds: Grounds) => grounds.edited();

const page = (query: string) => (ground: Ground) =>
  `/api/v1/posts/${ground.postId}/comments?${query}`;

/** Reads by guests. The front page shows the newest post, so they run before others are made. */
export const reads: readonly Attack[] = [
  read('front-page', wall, () => '/'),
  read('article-page', wall, ({ slug }) => `/posts/${slug}`),
  read('thread-html', wall, ({ postId }) => `/api/v1/posts/${postId}/thread.html?limit=25`),
  read('thread-newest', wall, page(`sort=newest&${QUERY}`)),
  read('thread-oldest', wall, page(`sort=oldest&${QUERY}`)),
  read('thread-best', wall, page(`sort=best&${QUERY}`)),
  read('thread-controversial', wall, page(`sort=controversial&${QUERY}`)),
  read('thread-flat', wall, page('limit=100&depth=0')),
  attack('thread-compressed', async (grounds) => {
    const ground = await grounds.wall();
    const path = page(`sort=oldest&${QUERY}`)(ground);
    const headers = { 'accept-encoding': 'br' };
    return {
      before: () => ground.touch(),
      send: () => grounds.stage.asker.send({ path, headers }),
    };
  }),
  read('anchors', wall, ({ postId }) => `/api/v1/posts/${postId}/anchors`),
  read('events-of-many', wall, ({ postId }) => `/api/v1/posts/${postId}/events?limit=500`),
  read('anchors-of-many', anchored, ({ postId }) => `/api/v1/posts/${postId}/anchors`),
  read('thread-anchored', anchored, page('limit=100&depth=0')),
  read('events-anchored', anchored, ({ postId }) => `/api/v1/posts/${postId}/events?limit=500`),
  read(
    'replies',
    quoted,
    (ground) => `/api/v1/comments/${ground.comments[0].id}/replies?limit=100`,
  ),
  read('one-comment', quoted, (ground) => `/api/v1/comments/${ground.comments[1].id}`),
  read(
    'context',
    (grounds) => grounds.deep(),
    (ground) => `/api/v1/comments/${ground.comments.at(-1)!.id}/context`,
  ),
  read('events-of-one', edited, ({ postId }) => `/api/v1/posts/${postId}/events?limit=500`),
  read(
    'revisions',
    edited,
    (ground) => `/api/v1/comments/${ground.comments[0].id}/revisions?limit=100`,
  ),
  attack('viewer', async (grounds) => {
    const { postId } = await grounds.held();
    const { asker, ...stage } = { asker: grounds.stage.asker, by: grounds.stage.writer(6) };
    return { send: () => asker.send({ path: `/api/v1/posts/${postId}/viewer`, ...stage }) };
  }),
  attack('queue-held', async (grounds) => {
    await grounds.held();
    const { asker, admin } = grounds.stage;
    const path = '/api/v1/moderation/queue?kind=held&limit=100';
    return { send: () => asker.send({ path, by: admin }) };
  }),
  attack('queue-new', async (grounds) => {
    await grounds.wall();
    const { asker, admin } = grounds.stage;
    const path = '/api/v1/moderation/queue?kind=new&limit=100';
    return { send: () => asker.send({ path, by: admin }) };
  }),
  attack('counts', async (grounds) => {
    const names = Array.from(
      { length: 100 },
      (_, n) => `url=${'http://a/%D1%8F'}${'b/'.repeat(55)}${n}`,
    );
    const path = `/api/v1/posts/counts?${names.join('&')}`;
    return { send: () => grounds.stage.asker.send({ path }) };
  }),
];
