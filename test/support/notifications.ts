import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Rounds } from '../../src/nodes/background-rounds.js';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';
import type { Comment } from './threads.js';
import { until } from './until.js';

interface Notification {
  id: string;
  type: string;
  at: string;
  read: boolean;
  comment?: Comment;
  post?: { id: string; slug: string; title: string; url: string | null };
  decision?: { id: string; action: string; commentId: string | null };
}

interface NotificationList {
  items: Notification[];
  unread: number;
  nextCursor: string | null;
}

/** For `createTestApp` and `useSite`: notifications follow within moments. */
export function tellSoon(starting: NestFastifyApplication): void {
  const { periods } = starting.get(Rounds);
  for (const round of ['following', 'bell', 'lost-wakes']) periods.set(round, 50);
}

export async function readBell(
  app: TestApp,
  by: Person,
  query: object = {},
): Promise<NotificationList> {
  const { body } = await app.request
    .get('/api/v1/users/me/notifications')
    .set(by.auth)
    .query(query)
    .expect(200);
  return body;
}

/** Waits until the logs of all posts have been read to their end. */
export async function untilFollowed(database: TestDatabase): Promise<void> {
  await until('the follower', async () => {
    const behind = await database.query(
      `select from post_heads h left join followed_posts f on f.post_id = h.post_id
       where h.seq > coalesce(f.seq, 0)`,
    );
    return behind.length === 0;
  });
}

/** Delays notifications, by extending the seconds of trace-free deletion to an hour. */
export async function holdUndo(database: TestDatabase): Promise<void> {
  await untilFollowed(database);
  await database.query(
    `update notifications set ready_at = now() + interval '1 hour' where state = 'waiting'`,
  );
}

/** Skips the seconds of trace-free deletion, and waits until everybody is notified. */
export async function passUndo(database: TestDatabase): Promise<void> {
  await untilFollowed(database);
  await database.query(
    `update notifications set ready_at = now() where state = 'waiting' and ready_at > now()`,
  );
  await until('the telling', async () => {
    const waiting = await database.query(`select from notifications where state = 'waiting'`);
    return waiting.length === 0;
  });
}

/** The notifications of an account so far, as kind and text, newest first. */
export async function toldTo(
  { app, database }: { app: TestApp; database: TestDatabase },
  by: Person,
): Promise<string[]> {
  await passUndo(database);
  const { items, unread } = await readBell(app, by);
  const news = items.filter(({ read }) => !read);
  if (unread !== news.length) throw new Error(`${unread} are counted and ${news.length} shown.`);
  return items.map(({ type, comment, decision }) =>
    `${type} ${comment?.body ?? decision?.action}`.trim(),
  );
}
