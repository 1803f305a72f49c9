import { flag } from '../../moderation.js';
import { register } from '../../people.js';
import { COMMENT_STATES } from './comment-states.js';
import { NOBODY, type Stage, type States, type Target } from './stage.js';

/** A queue item has the id of its comment or account. */
function named(id: string): Target {
  return { names: { id }, version: 1 };
}

async function itemOf(stage: Stage, state: string): Promise<Target> {
  return named((await COMMENT_STATES[state](stage, 'guest')).names.id);
}

async function itemOfANewComment(stage: Stage): Promise<Target> {
  const call = stage.app.request
    .post(`/api/v1/posts/${await stage.anyPost()}/comments`)
    .set(stage.cast.person('author').auth);
  const { body } = await stage.expect(201, call.send({ body: 'Nobody has looked at this yet' }));
  return named(body.id);
}

async function taken(stage: Stage, target: Target, what: 'claim' | 'escalation'): Promise<Target> {
  const call = stage.app.request
    .put(`/api/v1/moderation/queue/${target.names.id}/${what}`)
    .set(stage.cast.editor.auth);
  await stage.expect(what === 'claim' ? 200 : 204, call);
  return target;
}

async function reportedName(stage: Stage): Promise<Target> {
  const { id, username } = await register(stage.app);
  const call = stage.app.request
    .post(`/api/v1/users/${username}/flags`)
    .set(stage.cast.person('involved').auth);
  await stage.expect(201, call.send({ reason: 'other', field: 'name' }));
  return named(id);
}

async function illegal(stage: Stage): Promise<Target> {
  const target = await itemOf(stage, 'published');
  await stage.expect(
    201,
    flag(stage.app, stage.cast.answerer, target.names.id, { reason: 'illegal' }),
  );
  return target;
}

export const QUEUE_STATES: States = {
  new: itemOfANewComment,
  reported: (stage) => itemOf(stage, 'published'),
  'reported as illegal': illegal,
  held: (stage) => itemOf(stage, 'held'),
  'taken by another': async (stage) => taken(stage, await itemOf(stage, 'published'), 'claim'),
  escalated: async (stage) => taken(stage, await itemOf(stage, 'published'), 'escalation'),
  'a reported name': reportedName,
  'an escalated name': async (stage) => taken(stage, await reportedName(stage), 'escalation'),
  settled: (stage) => itemOf(stage, 'approved'),
  absent: async () => named(NOBODY),
};
