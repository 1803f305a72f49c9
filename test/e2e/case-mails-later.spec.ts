import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JobRuns } from '../../src/jobs/job-runs.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { EDITOR_ADDRESS } from '../support/case-mails.js';
import { useSite } from '../support/site.js';
import { SmtpStage } from '../support/smtp.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a site without mail', () => {
  const site = useSite({
    people: { editor: 'admin', anna: 'member' },
    env: { NODE_ENV: 'production', PUBLIC_URL: 'https://talk.example.org' },
    prepare: (starting: NestFastifyApplication) =>
      starting.get(Rounds).periods.set('case-mails', 50).set('retention', 100),
  });

  const news = async () =>
    (
      await site.database.query<{ id: string }>(
        'select comment_id as id from case_news order by id',
      )
    ).map(({ id }) => id);

  it('does no work for mails to moderators, and mails of the last day when it has mail', async () => {
    const { id: post } = await createPost(site.app, site.editor, { mode: 'premoderated' });
    const hold = async (body: string): Promise<string> =>
      (
        await site.app.request
          .post(`/api/v1/posts/${post}/comments`)
          .set(site.anna.auth)
          .send({ body })
          .expect(202)
      ).body.id;
    const [old, young] = [await hold('Held long ago'), await hold('Held just now')];
    expect(await news()).toEqual([old, young]);
    await site.database.query(
      `update case_news set at = now() - interval '25 hours' where comment_id = $1`,
      [old],
    );
    await until('the old news to go', async () => !(await news()).includes(old));
    expect(await news()).toEqual([young]);
    const turns = await site.database.query<{ name: string }>('select name from round_turns');
    expect(turns.map(({ name }) => name)).toContain('retention');
    expect(turns.map(({ name }) => name)).not.toContain('case-mails');

    // A node without mail does not take the mails of others.
    expect(site.app.app.get(JobRuns).list()).not.toHaveProperty('case-mail');
    const smtp = await SmtpStage.open();
    try {
      const { app } = await site.start({
        SMTP_URL: smtp.url,
        MAIL_FROM: 'Talk <talk@example.org>',
      });
      expect(app.get(JobRuns).list()).toHaveProperty('case-mail');
      await until('the mail', async () => smtp.to(EDITOR_ADDRESS).length > 0);
      const [{ parsed }] = smtp.to(EDITOR_ADDRESS);
      expect(parsed.text).toContain('> Held just now');
      expect(await news()).toEqual([]);
    } finally {
      await smtp.close();
    }
  });
});
