import { randomBytes } from 'node:crypto';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';

export interface Comment {
  id: string;
  postId: string;
  parentId: string | null;
  depth: number;
  body: string | null;
  html: string | null;
  status: string;
  version: number;
  editedAt: string | null;
  author: { id: string } | null;
  removal: { by: string; reason: string | null } | null;
  score: number | null;
  upvotes: number | null;
  downvotes: number | null;
  replyCount: number;
  pinned: boolean;
  featured: boolean;
  locked: boolean;
  moreReplies: { count: number; cursor: string | null } | null;
}

export interface Page {
  post: { id: string; commentCount: number };
  seq: number;
  epoch: string;
  pinned: Comment[];
  items: Comment[];
  nextCursor: string | null;
}

export async function createPost(
  app: TestApp,
  by: Person,
  fields: object = {},
): Promise<{ id: string; slug: string }> {
  const slug = `review-${randomBytes(6).toString('hex')}`;
  const answer = await app.request
    .post('/api/v1/posts')
    .set(by.auth)
    .send({ slug, title: 'A review', ...fields })
    .expect(201);
  return answer.body;
}

export async function say(
  app: TestApp,
  by: Person,
  post: string,
  body: string,
  parentId?: string,
): Promise<Comment> {
  const answer = await app.request
    .post(`/api/v1/posts/${post}/comments`)
    .set(by.auth)
    .send({ body, ...(parentId ? { parentId } : {}) })
    .expect(201);
  return answer.body;
}

export async function readPage(app: TestApp, post: string, query: object = {}): Promise<Page> {
  const answer = await app.request.get(`/api/v1/posts/${post}/comments`).query(query).expect(200);
  return answer.body;
}

/** Makes a comment new, so that its author may delete it without a trace for some seconds. */
export async function makeYoung({ query }: Pick<TestDatabase, 'query'>, id: string): Promise<void> {
  await query('update comments set created_at = now() where id = $1', [id]);
}
