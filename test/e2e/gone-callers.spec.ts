import { spyOn } from 'jest-mock';
import { Passwords } from '../../src/auth/passwords/passwords.js';
import { LongTextPool } from '../../src/posts/texts/long-text-pool.js';
import { countConnections } from '../support/connections.js';
import { open } from '../support/raw-http.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('callers who have gone', () => {
  const site = useSite({
    people: { editor: 'admin', writer: 'member' },
    env: { RATE_LIMITS: 'off' },
  });

  it('have no password hashed that waited for its turn', async () => {
    const passwords = site.app.app.get(Passwords, { strict: false });
    const verify = passwords.verify.bind(passwords);
    let asked = 0;
    const dropped: unknown[] = [];
    let hashed = 0;
    const spy = spyOn(passwords, 'verify').mockImplementation(async (...args) => {
      asked += 1;
      try {
        const matches = await verify(...args);
        hashed += 1;
        return matches;
      } catch (error) {
        dropped.push(error);
        throw error;
      }
    });
    try {
      const body = JSON.stringify({ login: 'nobody', password: 'pass phrase' });
      const bytes = [
        'POST /api/v1/auth/login HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        '',
        body,
      ].join('\r\n');
      const sockets = await Promise.all(
        Array.from({ length: 100 }, () => open(site.app.url, bytes)),
      );
      await until('all to be asked', async () => asked === 100);
      const before = hashed;
      for (const socket of sockets) socket.resetAndDestroy();
      await until('the line to be empty', async () => dropped.length + hashed === 100);
      // Some are begun before the service hears that nobody waits for them.
      expect(hashed - before).toBeLessThan((100 - before) / 2);
      await site.app.request
        .post('/api/v1/auth/login')
        .send({ login: 'nobody', password: 'pass phrase' })
        .expect(401);
    } finally {
      spy.mockRestore();
    }
  });

  it.each(['a preview', 'a comment', 'an edit'])(
    'have no long text of %s rendered that waited for its turn',
    async (what) => {
      const { app, editor, writer } = site;
      const { id: post } = await createPost(app, editor);
      const { id } = await say(app, writer, post, 'Short');
      const [line, field] = {
        'a preview': ['POST /api/v1/previews', ''],
        'a comment': [`POST /api/v1/posts/${post}/comments`, ''],
        'an edit': [`PATCH /api/v1/comments/${id}`, 'If-Match: "1"'],
      }[what]!;
      const body = JSON.stringify({ body: `<http://a/${'👩‍👧'.repeat(60)}>`.repeat(97) });
      const bytes = [
        `${line} HTTP/1.1`,
        'Host: localhost',
        'Content-Type: application/json',
        `Authorization: Bearer ${writer.token}`,
        ...(field ? [field] : []),
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n');
      const texts = app.app.get(LongTextPool, { strict: false });
      const asked = spyOn(texts, 'render');
      let release = (): void => undefined;
      // Somebody else's text, which takes as long as it takes all of them to leave.
      void texts['turns'].run(() => new Promise<void>((resolve) => (release = resolve)));
      try {
        const before = await countConnections(app);
        const sockets = await Promise.all(
          Array.from({ length: 16 }, () => open(app.url, Buffer.from(bytes).toString('latin1'))),
        );
        await until('all to be asked', async () => asked.mock.calls.length === 16);
        for (const socket of sockets) socket.resetAndDestroy();
        await until('all to leave', async () => (await countConnections(app)) <= before);
        release();
        const ends = await Promise.allSettled(asked.mock.results.map(({ value }) => value));
        expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
      } finally {
        release();
        asked.mockRestore();
      }
    },
  );
});
