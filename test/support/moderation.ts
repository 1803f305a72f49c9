import type { Response } from 'supertest';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';

export function flag(
  app: TestApp,
  by: Person,
  commentId: string,
  report: object = { reason: 'abusive' },
): Promise<Response> {
  return send(app, by, `/api/v1/comments/${commentId}/flags`, report);
}

/** @param on the path, such as `comments/<id>` */
export function decide(
  app: TestApp,
  by: Person,
  on: string,
  decision: object,
  headers: object = {},
): Promise<Response> {
  return send(app, by, `/api/v1/moderation/${on}/decisions`, decision, headers);
}

export async function readQueue(
  app: TestApp,
  by: Person,
  query: object = {},
): Promise<{ items: QueueItem[]; counts: Record<string, number>; nextCursor: string | null }> {
  const answer = await app.request
    .get('/api/v1/moderation/queue')
    .set(by.auth)
    .query(query)
    .expect(200);
  return answer.body;
}

/** The problem of an answer as `409 version-conflict`; only the status of a success. */
export function outcomeOf({ status, body }: Response): string {
  return status < 400 ? String(status) : `${status} ${String(body.type).replace('/problems/', '')}`;
}

export interface QueueItem {
  id: string;
  subject: string;
  kind: string;
  score: number;
  comment: { body: string; status: string; version: number; hold?: { rule: string }[] };
  post: { id: string; slug: string; title: string };
  user: { id: string; displayName: string; bio: string } | null;
  flags: {
    reason: string;
    detail: string | null;
    by: { id: string };
    version: number | null;
    field: string | null;
    text: string | null;
  }[];
  flagCount: number;
  flaggedTexts: { version: number; body: string }[];
  illegal: boolean;
  notices: { id: string; reference: string; category: string; explanation: string }[];
  noticeCount: number;
  surge: Record<string, number> | null;
  claim: { by: { id: string }; claimedAt: string; endsAt: string } | null;
  escalation: { by: { id: string } | null; at: string } | null;
  noteCount: number;
  since: string;
}

async function send(
  app: TestApp,
  by: Person,
  path: string,
  body: object,
  headers: object = {},
): Promise<Response> {
  return app.request
    .post(path)
    .set({ ...by.auth, ...headers })
    .send(body);
}
