import { made, undo } from '../support/decisions.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('the log of decisions, for others', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator', author: 'member' } });
  let post: string;
  let ids: { removed: string; undone: string; suspended: string; noted: string };
  /** When the first of the removed comments was written. */
  let saidAt: string;
  const until = new Date(Date.now() + 86_400_000).toISOString();

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
    const grounds = {
      reason: 'hate',
      rule: 'Rule 4',
      note: 'A secret note',
      text: 'To the author',
    };
    const remove = async () => {
      const { id } = await say(site.app, site.author, post, 'A secret text');
      return made(site.app, site.staff, `comments/${id}`, {
        action: 'remove',
        version: 1,
        ...grounds,
      });
    };
    const on = `users/${site.author.id}`;
    const noted = await made(site.app, site.staff, on, { action: 'note', note: 'A secret note' });
    const removed = await remove();
    const [comment] = await site.database.query<{ at: Date }>(
      'select created_at as at from comments',
    );
    saidAt = comment.at.toISOString();
    const undone = await remove();
    await undo(site.app, site.staff, undone);
    const suspension = { action: 'suspend', reason: 'spam', until };
    const suspended = await made(site.app, site.staff, on, suspension);
    ids = { removed, undone, suspended, noted };
  });

  const readPublic = async (query: object = {}) =>
    (await site.app.request.get('/api/v1/moderation/log/public').query(query).expect(200)).body;
  const exported = async (query: object = {}) => {
    const path = '/api/v1/moderation/log/export';
    const answer = await site.app.request
      .get(path)
      .set(site.staff.auth)
      .query(query)
      .buffer(true)
      .expect(200);
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    return answer.text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  /** Shifts all times in the log, which the log itself forbids. */
  const move = async (by: string) => {
    await site.database.query('alter table decisions disable trigger decisions_kept');
    await site.database.query('update decisions set created_at = created_at + $1::interval', [by]);
    await site.database.query('alter table decisions enable trigger decisions_kept');
  };

  describe('the public', () => {
    it('shows nothing of the last minute, and never what was taken back within it', async () => {
      // Independent of the time elapsed so far.
      await move('10 minutes');
      expect(await readPublic()).toEqual({ items: [], nextCursor: null });
      await move('-70 minutes');
      const { items } = await readPublic();
      expect(items).toEqual([
        {
          action: 'suspend',
          subject: 'user',
          reason: 'spam',
          rule: null,
          by: 'Moderation',
          undone: false,
          at: expect.any(String),
        },
        {
          action: 'remove',
          subject: 'comment',
          reason: 'hate',
          rule: 'Rule 4',
          by: 'Moderation',
          undone: false,
          at: expect.any(String),
        },
      ]);
    });

    it('says what was taken back later', async () => {
      await undo(site.app, site.staff, ids.suspended);
      const { items } = await readPublic();
      expect(items[0]).toMatchObject({ action: 'suspend', undone: true });
    });

    it('holds no name, no word and no id', async () => {
      const text = JSON.stringify(await readPublic());
      for (const secret of [
        'secret',
        'To the author',
        site.author.id,
        site.staff.id,
        post,
        site.staff.username,
      ]) {
        expect(text).not.toContain(secret);
      }
    });

    it('is read in pages', async () => {
      const first = await readPublic({ limit: 1 });
      const second = await readPublic({ limit: 1, cursor: first.nextCursor });
      expect([...first.items, ...second.items]).toEqual((await readPublic()).items);
      expect(second.nextCursor).toBeNull();
    });
  });

  describe('the export', () => {
    it('is for staff', async () => {
      const path = '/api/v1/moderation/log/export';
      await site.app.request.get(path).expect(401);
      await site.app.request.get(path).set(site.author.auth).expect(403);
    });

    it('has every entry, the oldest first, as the log has it', async () => {
      const { body } = await site.app.request
        .get('/api/v1/moderation/log')
        .set(site.staff.auth)
        .expect(200);
      expect(await exported()).toEqual([...body.items].reverse());
      const all = '0001-01-01T00:00:00Z';
      expect(await exported({ since: all })).toEqual([...body.items].reverse());
      const since = new Date(Date.now() + 60_000).toISOString();
      expect(await exported({ since })).toEqual([]);
    });

    it('has in the names of the transparency database what restricts somebody', async () => {
      const records = await exported({ form: 'transparency' });
      expect(records.map((record) => [record.puid, record.category])).toEqual([
        [ids.removed, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH'],
        [ids.undone, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH'],
        [ids.suspended, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC'],
      ]);
      expect(records[0]).toMatchObject({
        incompatible_content_ground: 'Rule 4',
        content_date: saidAt.slice(0, 10),
        source_type: 'SOURCE_VOLUNTARY',
      });
      expect(records[2]).toMatchObject({
        decision_account: 'DECISION_ACCOUNT_SUSPENDED',
        end_date_account_restriction: until.slice(0, 10),
      });
      expect(JSON.stringify(records)).not.toContain('secret');
    });
  });
});
