import { DecisionTokens, endOfLinks } from '../../src/notifications/cases/decision-tokens.js';
import type { AnswerTrial } from './comment-answers.js';
import { say } from './threads.js';

/** Requests of staff through the link of a mail. */
export async function tryMailedDecisions(trial: AnswerTrial): Promise<void> {
  const { recorder, database, staff, reader, other, post } = trial;
  const { app } = recorder;
  const { id, version } = await say(app, reader, post, 'Reported, and mailed of');
  await recorder.send('post', `/comments/${id}/flags`, other, { reason: 'spam' }).expect(201);
  const [account] = await database.query<{ emailKey: string; passwordHash: string }>(
    'select email_key as "emailKey", password_hash as "passwordHash" from users where id = $1',
    [staff.id],
  );
  const token = app.app
    .get(DecisionTokens, { strict: false })
    .derive(
      { id: staff.id, ...account },
      { commentId: id, version, action: 'remove', endsAt: endOfLinks() },
    );
  for (const path of ['/look', '', '/undo'])
    await app.request.post(`/api/v1/auth/mailed-decisions${path}`).send({ token }).expect(200);
}
