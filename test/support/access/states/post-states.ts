import { randomBytes } from 'node:crypto';
import { say } from '../../threads.js';
import { NOBODY, type Stage, type States, type Target } from './stage.js';

function named(id: string): Target {
  return { names: { id, post: id }, version: 1 };
}

async function answered(stage: Stage): Promise<Target> {
  const post = await stage.newPost();
  await say(stage.app, stage.cast.answerer, post, 'A comment');
  return named(post);
}

async function authors(stage: Stage): Promise<Target> {
  const post = await stage.newPost();
  const author = stage.cast.person('author').id;
  await stage.database.query('update posts set author_id = $2 where id = $1', [post, author]);
  return named(post);
}

/** A page of the host site, as `by-page` names it. */
async function page(stage: Stage, change: object = {}): Promise<Target> {
  const key = randomBytes(6).toString('hex');
  const url = `https://reviews.example/${key}`;
  const call = stage.app.request.post('/api/v1/posts/by-page').set(stage.cast.editor.auth);
  const { body } = await stage.expect(201, call.send({ key, url, title: 'A page' }));
  if (Object.keys(change).length > 0) await stage.changePost(body.id, change);
  return { names: { ...named(body.id).names, key, url }, version: 1 };
}

/** A path names a post by its id; being a page is one of its states. */
async function ofAPage(stage: Stage): Promise<Target> {
  return named((await page(stage)).names.id);
}

export const POST_STATES: States = {
  open: async (stage) => named(await stage.newPost()),
  answered,
  premoderated: async (stage) => named(await stage.newPost({ mode: 'premoderated' })),
  closed: async (stage) => named(await stage.newPost({ mode: 'closed' })),
  locked: async (stage) => named(await stage.newPost({ locked: true })),
  "a page's": ofAPage,
  "the author's": authors,
  absent: async () => named(NOBODY),
};

export const PAGE_STATES: States = {
  open: (stage) => page(stage),
  answered: async (stage) => {
    const target = await page(stage);
    await say(stage.app, stage.cast.answerer, target.names.id, 'A comment');
    return target;
  },
  premoderated: (stage) => page(stage, { mode: 'premoderated' }),
  closed: (stage) => page(stage, { mode: 'closed' }),
  locked: (stage) => page(stage, { locked: true }),
  'of a foreign site': async () => pageOf('https://elsewhere.example'),
  absent: async () => pageOf('https://reviews.example'),
};

function pageOf(site: string): Target {
  const key = randomBytes(6).toString('hex');
  return { names: { key, url: `${site}/${key}` }, version: 1 };
}
