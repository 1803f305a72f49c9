import { decide, flag, outcomeOf } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('a conflict of interest', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member' },
  });

  it('keeps those from deciding who wrote, answered or reported, unless there is nobody else', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const remove = { action: 'remove', reason: 'spam', version: 1 };
    const own = await say(site.app, site.staff, post, 'A moderator writes');
    const answered = await say(site.app, site.author, post, 'Answered by a moderator');
    await say(site.app, site.staff, post, 'The answer', answered.id);
    const flagged = await say(site.app, site.author, post, 'Reported by a moderator');
    await flag(site.app, site.staff, flagged.id);
    for (const { id } of [own, answered, flagged]) {
      const answer = await decide(site.app, site.staff, `comments/${id}`, remove);
      expect(outcomeOf(answer)).toBe('409 conflict-of-interest');
    }
    const stale = await decide(site.app, site.editor, `comments/${own.id}`, {
      ...remove,
      version: 9,
    });
    expect(outcomeOf(stale)).toBe('409 version-conflict');
    expect((await decide(site.app, site.editor, `comments/${flagged.id}`, remove)).status).toBe(
      201,
    );
    await site.database.query(
      `update users set standing = 'suspended', standing_until = null where id = $1`,
      [site.editor.id],
    );
    const alone = await decide(site.app, site.staff, `comments/${own.id}`, remove);
    expect(alone.body.decision.ties).toEqual(['wrote']);
    await site.database.query(`update users set standing = 'active' where id = $1`, [
      site.editor.id,
    ]);
  });
});
