import type { Arena } from '../arena.js';
import type { Desk } from '../desk.js';
import type { People, Person } from '../site.js';
import { CREATION } from '../truth.js';
import { isHeld } from './plan.js';

/** A post with a question, its asker, and another account that follows the post. */
export interface MailedPost {
  id: string;
  questionId: string;
  asker: Person;
  follower: Person;
}

const PASSWORD = 'the-readers-of-chaos';
/** Accounts that are created concurrently: each password hash uses one core for a moment. */
const AT_ONCE = 4;

/** Creates readers with immediate mails, and posts, before any fault. */
export async function openMailedSite(
  arena: Arena,
  { admin }: People,
  desk: Desk,
  sizes: { readers: number; posts: number },
): Promise<MailedPost[]> {
  const http = arena.places[0].forWriters;
  const join = async (nth: number): Promise<Person> => {
    const username = `reader-${nth}`;
    const { user, accessToken } = await http.json<{ user: { id: string }; accessToken: string }>({
      method: 'POST',
      path: '/api/v1/auth/register',
      body: { email: `${username}@chaos.test`, username, password: PASSWORD },
    });
    await http.json({
      method: 'PUT',
      path: '/api/v1/users/me/preferences',
      token: accessToken,
      body: { followed: { mail: 'at_once' } },
    });
    return { id: user.id, username, token: accessToken };
  };
  const open = async (nth: number): Promise<MailedPost> => {
    const asker = readers[nth % readers.length];
    const follower = readers[(nth + Math.ceil(readers.length / 2)) % readers.length];
    const body = { slug: `mailed-${nth}`, title: `A review that is mailed ${nth}` };
    const { id } = await http.json<{ id: string }>({
      method: 'POST',
      path: '/api/v1/posts',
      token: admin.token,
      body,
    });
    const key = `${CREATION}q${nth}-mail`;
    const path = `/api/v1/posts/${id}`;
    const question = await desk.settle(
      { op: 'create', key, postId: id },
      {
        method: 'POST',
        path: `${path}/comments`,
        token: asker.token,
        body: { body: `${key} asks.` },
      },
    );
    await http.json({
      method: 'PUT',
      path: `${path}/subscription`,
      token: follower.token,
      body: { level: 'all' },
    });
    if (isHeld(nth))
      await http.json({
        method: 'PATCH',
        path,
        token: admin.token,
        body: { mode: 'premoderated' },
      });
    const { id: questionId } = JSON.parse(question!.text) as { id: string };
    return { id, questionId, asker, follower };
  };
  const readers = await inLanes(sizes.readers, join);
  // Confirms the addresses, as if each reader had opened the link in their mail.
  await arena.cluster.query(
    arena.database,
    `update users set email_verified_at = now() where id = any($1)`,
    [readers.map(({ id }) => id)],
  );
  return inLanes(sizes.posts, open);
}

async function inLanes<T>(count: number, make: (nth: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const lane = async () => {
    for (let nth = next++; nth < count; nth = next++) made[nth] = await make(nth);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return made;
}
