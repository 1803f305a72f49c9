import { decide, flag } from '../../moderation.js';
import { say } from '../../threads.js';
import { NOBODY, type Stage, type States, type Target } from './stage.js';

const BODY = 'A comment';

/** The names of a comment: in paths, in the URL of a notice, and as the parent of a reply. */
function named(id: string, post: string, version = 1): Target {
  return { names: { id, url: id, parentId: id, post }, version };
}

/** The involved moderator has reported every comment. */
async function write(
  stage: Stage,
  post: string,
  { answered = false, parentId }: { answered?: boolean; parentId?: string } = {},
): Promise<string> {
  const { app, cast } = stage;
  const { id } = await say(app, cast.person('author'), post, BODY, parentId);
  await stage.expect(201, flag(app, cast.person('involved'), id));
  if (answered) await say(app, cast.answerer, post, 'A reply', id);
  return id;
}

async function written(stage: Stage, answered = false): Promise<Target> {
  const post = await stage.newPost();
  return named(await write(stage, post, { answered }), post);
}

async function writtenBefore(stage: Stage, change: object): Promise<Target> {
  const post = await stage.newPost();
  const id = await write(stage, post);
  await stage.changePost(post, change);
  return named(id, post);
}

async function edited(stage: Stage): Promise<Target> {
  const { names } = await written(stage);
  await stage.age(names.id);
  return { names, version: await rewrite(stage, names.id) };
}

/** @returns the new version */
async function rewrite(stage: Stage, id: string): Promise<number> {
  const call = stage.app.request
    .patch(`/api/v1/comments/${id}`)
    .set({ ...stage.cast.person('author').auth, 'if-match': '1' });
  return (await stage.expect(200, call.send({ body: 'Other words' }))).body.version;
}

async function decided(stage: Stage, target: Target, decision: object): Promise<Target> {
  const { names, version } = target;
  const { app, cast } = stage;
  const call = decide(app, cast.editor, `comments/${names.id}`, { ...decision, version });
  const { comment } = (await stage.expect(201, call)).body as { comment: { version: number } };
  return { names, version: comment.version };
}

const remove = { action: 'remove', reason: 'spam' };

async function held(stage: Stage): Promise<Target> {
  const post = await stage.newPost({ mode: 'premoderated' });
  const call = stage.app.request
    .post(`/api/v1/posts/${post}/comments`)
    .set(stage.cast.person('author').auth);
  const { body } = await stage.expect(202, call.send({ body: 'A comment that waits' }));
  return named(body.id, post);
}

async function heldByAnEdit(stage: Stage): Promise<Target> {
  const { names } = await writtenBefore(stage, { mode: 'premoderated' });
  return { names, version: await rewrite(stage, names.id) };
}

async function belowALocked(stage: Stage): Promise<Target> {
  const post = await stage.newPost();
  const above = await say(stage.app, stage.cast.answerer, post, 'A comment');
  const id = await write(stage, post, { parentId: above.id });
  await decided(stage, named(above.id, post), { action: 'lock' });
  return named(id, post);
}

async function deletedAndAnswered(stage: Stage): Promise<Target> {
  const { names } = await written(stage, true);
  await stage.age(names.id);
  const call = stage.app.request
    .delete(`/api/v1/comments/${names.id}`)
    .set(stage.cast.person('author').auth);
  await stage.expect(204, call);
  return { names, version: 2 };
}

export const COMMENT_STATES: States = {
  published: (stage) => written(stage),
  answered: (stage) => written(stage, true),
  edited,
  approved: async (stage) => decided(stage, await written(stage), { action: 'approve' }),
  'in a locked post': (stage) => writtenBefore(stage, { locked: true }),
  'in a closed post': (stage) => writtenBefore(stage, { mode: 'closed' }),
  locked: async (stage) => decided(stage, await written(stage), { action: 'lock' }),
  'below a locked one': belowALocked,
  held,
  'held by an edit': heldByAnEdit,
  removed: async (stage) => decided(stage, await written(stage), remove),
  'removed and answered': async (stage) => decided(stage, await written(stage, true), remove),
  restored: async (stage) =>
    decided(stage, await decided(stage, await written(stage), remove), { action: 'restore' }),
  'deleted and answered': deletedAndAnswered,
  absent: async (stage) => named(NOBODY, await stage.anyPost()),
};
