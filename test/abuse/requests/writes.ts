import type { Person } from '../../chaos/site.js';
import { type Attack, attack, type Shot } from '../attack.js';
import type { Grounds } from '../grounds.js';
import { HEAVY, longName, manyBytes, WORST } from '../texts.js';

const previews = Object.entries(WORST).map(([kind, body]) =>
  attack(`preview-${kind}`, async ({ stage }) => ({
    send: () =>
      stage.asker.send({
        method: 'POST',
        path: '/api/v1/previews',
        by: stage.writer(9),
        body: { body },
      }),
  })),
);

/** Each edit sends the comment's current version. */
function editing(
  { stage: { asker } }: Grounds,
  id: string,
  by: Person,
  text: (nth: number) => string,
): Shot {
  const path = `/api/v1/comments/${id}`;
  let version = 0;
  return {
    before: async () => ({ version } = await asker.json<{ version: number }>({ path, by })),
    send: (nth) =>
      asker.send({
        method: 'PATCH',
        path,
        by,
        headers: { 'if-match': `"${version}"` },
        body: { body: text(nth) },
      }),
  };
}

/** The texts that cost the parser most. */
const TEXTS = ['images', 'rows', 'heavy'] as const;

const creations = TEXTS.map((kind) =>
  attack(`create-${kind}`, async (grounds) => {
    const path = `/api/v1/posts/${await grounds.fresh()}/comments`;
    const { asker } = grounds.stage;
    const by = grounds.stage.writer(9);
    const body = { body: WORST[kind] };
    return { send: () => asker.send({ method: 'POST', path, by, body }) };
  }),
);

const edits = TEXTS.map((kind) =>
  attack(`edit-${kind}`, async (grounds) => {
    const by = grounds.stage.writer(9);
    const { id } = await grounds.write(await grounds.fresh(), by, { body: 'A text.' });
    return editing(grounds, id, by, (nth) => `${nth} ${WORST[kind].slice(8)}`);
  }),
);

/** Writes by members and guests. */
export const writes: readonly Attack[] = [
  ...previews,
  ...creations,
  ...edits,
  attack('create-quoting', async (grounds) => {
    const { postId, comments } = await grounds.quoted();
    const quotes = comments
      .slice(1, 6)
      .map(({ id, version }) => ({ commentId: id, version, start: 0, end: 1_000 }));
    return {
      send: () =>
        grounds.stage.asker.send({
          method: 'POST',
          path: `/api/v1/posts/${postId}/comments`,
          by: grounds.stage.writer(10),
          body: { body: HEAVY, quotes },
        }),
    };
  }),
  attack('edit-of-quoted', async (grounds) => {
    const { comments } = await grounds.quoted();
    return editing(grounds, comments[0].id, grounds.stage.writer(1), (nth) => `${nth} ${HEAVY}`);
  }),
  attack('anchor-in-long-text', async (grounds) => {
    const body = 'ab ba '.repeat(16_000);
    const path = `/api/v1/posts/${await grounds.fresh({ body })}/comments`;
    const quote = { exact: `${'ab ba '.repeat(160)}ab`, prefix: 'ba ', suffix: ' ba' };
    const anchor = { quote, position: { start: 90_000, end: 90_962 } };
    return {
      send: () =>
        grounds.stage.asker.send({
          method: 'POST',
          path,
          by: grounds.stage.writer(11),
          body: { body: 'About this.', anchor },
        }),
    };
  }),
  attack('vote', async (grounds) => {
    const { comments } = await grounds.wall();
    return {
      send: (nth) =>
        grounds.stage.asker.send({
          method: 'PUT',
          path: `/api/v1/comments/${comments[nth].id}/vote`,
          by: grounds.stage.writer(12),
          body: { value: -1 },
        }),
    };
  }),
  attack('flag', async (grounds) => {
    const { comments } = await grounds.wall();
    return {
      send: (nth) =>
        grounds.stage.asker.send({
          method: 'POST',
          path: `/api/v1/comments/${comments[nth].id}/flags`,
          by: grounds.stage.writer(13),
          body: { reason: 'other', detail: manyBytes(1_000) },
        }),
    };
  }),
  attack('notice', async (grounds) => {
    const { comments } = await grounds.quoted();
    return {
      send: (nth) =>
        grounds.stage.asker.send({
          method: 'POST',
          path: '/api/v1/notices',
          body: {
            url: comments[nth].id,
            category: 'other',
            explanation: manyBytes(5_000),
            name: manyBytes(200, 60_000),
            email: `${'a'.repeat(60)}@example.org`,
            goodFaith: true,
          },
        }),
    };
  }),
  attack('reading', async (grounds) => {
    const { postId } = await grounds.wall();
    return {
      send: (nth) =>
        grounds.stage.asker.send({
          method: 'PUT',
          path: `/api/v1/posts/${postId}/viewer`,
          by: grounds.stage.writer(14),
          body: { lastSeenSeq: nth + 1 },
        }),
    };
  }),
  attack('name', async (grounds) => {
    await grounds.wall();
    return {
      send: (nth) =>
        grounds.stage.asker.send({
          method: 'PATCH',
          path: '/api/v1/users/me',
          by: grounds.stage.writer(0),
          body: { displayName: longName(nth), bio: manyBytes(500) },
        }),
    };
  }),
  attack('profile', async ({ stage }) => ({
    send: () => stage.asker.send({ path: `/api/v1/users/${stage.writer(0).username}` }),
  })),
  attack('registration', async ({ stage }) => ({
    send: (nth) =>
      stage.asker.send({
        method: 'POST',
        path: '/api/v1/auth/register',
        body: {
          email: `${'a'.repeat(50)}${nth}@example.org`,
          username: `${'rn.vv-'.repeat(4)}-${nth}`,
          password: manyBytes(100, 1_000),
          displayName: longName(1_000 + nth),
        },
      }),
  })),
  attack('page-of-host', async ({ stage }) => ({
    send: (nth) =>
      stage.asker.send({
        method: 'POST',
        path: '/api/v1/posts/by-page',
        by: stage.writer(15),
        body: {
          key: manyBytes(240, 1_000),
          url: `http://127.0.0.1:${stage.node.port}/${'%D1%8F/'.repeat(280)}${nth}`,
          title: manyBytes(300),
        },
      }),
  })),
];
