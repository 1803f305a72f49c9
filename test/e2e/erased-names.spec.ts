import { readFileSync } from 'node:fs';
import { MailedCasesRepository } from '../../src/notifications/cases/mailed-cases.repository.js';
import { Eraser } from '../../src/privacy/eraser.js';
import { LANGUAGES } from '../../src/text/plain/languages.js';
import { SOMEBODY } from '../../src/text/plain/somebody.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { useMails } from '../support/notification-mails.js';
import { register } from '../support/people.js';
import { createPost, say } from '../support/threads.js';

describe('somebody who was erased', () => {
  const { site, told, answer, mailed } = useMails({ ERASURE_LEDGER: ledgerPath() });

  const erase = ({ id }: { id: string }) =>
    site.app.app.get(Eraser, { strict: false }).erase([{ id, comments: 'anonymise' }]);
  const get = async (path: string) => (await site.app.request.get(path).expect(200)).body;

  it('has no name in mails, but the word of their language', async () => {
    const [, lv] = LANGUAGES;
    await site.database.query('update users set language = $2 where id = $1', [told.anna.id, lv]);
    const { id } = await answer('An answer');
    await erase(told.ben);
    const [mail] = await mailed(told.anna);
    expect(mail.subject).toBe('Kāds jums atbildēja: A review');
    expect(mail.text).not.toContain('Somebody');
    const cases = site.app.app.get(MailedCasesRepository, { strict: false });
    expect(await cases.find(id)).toMatchObject({ author: null });
    for (const language of LANGUAGES) {
      const page = await site.app.request.get(`/account/decide?lang=${language}`).expect(200);
      expect(page.text).toContain(`data-somebody="${SOMEBODY[language]}"`);
    }
  });

  it('is nobody in updates, their thanks, and events', async () => {
    const [writer, thanked] = [await register(site.app), await register(site.app)];
    const post = await createPost(site.app, site.editor, { authorId: writer.id });
    const [kept, gone] = [
      await say(site.app, told.anna, post.id, 'Thanked'),
      await say(site.app, thanked, post.id, 'Thanked, and erased'),
    ];
    await site.app.request
      .post(`/api/v1/posts/${post.id}/updates`)
      .set(writer.auth)
      .send({ text: 'News', credits: [kept.id, gone.id] })
      .expect(201);
    await erase(writer);
    await erase(thanked);
    const [update] = (await get(`/api/v1/posts/${post.id}/updates`)).items;
    expect(update.author).toBeNull();
    expect(update.credits).toMatchObject([{ commentId: kept.id, author: { id: told.anna.id } }]);
    const { events } = await get(`/api/v1/posts/${post.id}/events?after=0`);
    const comments = events.flatMap(
      ({ data }: { data: { comment?: object } }) => data.comment ?? [],
    );
    expect(comments).toContainEqual(expect.objectContaining({ id: gone.id, author: null }));
    expect(JSON.stringify([update, events])).not.toContain('Somebody');
  });

  it('leaves no list of silent edits to guests', async () => {
    const author = await register(site.app);
    const { id: postId } = await createPost(site.app, site.editor);
    const { id } = await say(site.app, author, postId, 'frist');
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set(author.auth)
      .set('if-match', '"1"')
      .send({ body: 'first' })
      .expect(200);
    await erase(author);
    expect(await get(`/api/v1/comments/${id}`)).toMatchObject({ body: 'first', author: null });
    expect((await get(`/api/v1/comments/${id}/revisions`)).items).toEqual([]);
  });

  it('is called the same in the embed, in pages and in mails', () => {
    for (const language of LANGUAGES) {
      const words = readFileSync(`web/embed/words/${language}.ts`, 'utf8');
      expect(words).toContain(`someone: '${SOMEBODY[language]}'`);
    }
  });
});
