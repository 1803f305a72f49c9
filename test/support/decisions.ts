import type { TestDatabase } from './test-database.js';
import { decide } from './moderation.js';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';

export interface Statement {
  id: string;
  action: string;
  reason: string | null;
  text: string;
  language: string;
  by: string;
  undone: boolean;
  commentId: string | null;
}

export async function undo(app: TestApp, by: Person, decisionId: string, body: object = {}) {
  return app.request
    .post(`/api/v1/moderation/decisions/${decisionId}/undo`)
    .set(by.auth)
    .send(body);
}

/** Decides, and returns the id of the decision. */
export async function made(
  app: TestApp,
  by: Person,
  on: string,
  decision: object,
): Promise<string> {
  const answer = await decide(app, by, on, decision);
  if (answer.status !== 201) throw new Error(`Not decided: ${answer.text}`);
  return answer.body.decision.id;
}

/** Extends the minute before statements are shown to an hour. */
export async function holdGrace(database: TestDatabase): Promise<void> {
  await database.query(
    `update statements set visible_at = now() + interval '1 hour' where visible_at > now()`,
  );
}

/** Ends the minute before statements are shown. */
export async function passGrace(database: TestDatabase): Promise<void> {
  await database.query('update statements set visible_at = now() where visible_at > now()');
}

export async function readStatements(app: TestApp, by: Person): Promise<Statement[]> {
  const { body } = await app.request.get('/api/v1/users/me/decisions').set(by.auth).expect(200);
  return body.items;
}
