import { spyOn } from 'jest-mock';
import { MAX_RUNNING, Passwords } from '../../src/auth/passwords/passwords.js';
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
  /** A connection closes a moment after its answer. */
  const untilNobodyIsThere = () =>
    until('all to leave', async () => (await countConnections(site.app)) === 0);

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
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    // Other password hashes, which block until all callers have left.
    for (let nth = 0; nth < MAX_RUNNING; nth++) void passwords['turns'].run(() => held);
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
      for (const socket of sockets) socket.resetAndDestroy();
      await untilNobodyIsThere();
      release();
      await until('the line to be empty', async () => dropped.length + hashed === 100);
      expect(hashed).toBe(0);
      await site.app.request
        .post('/api/v1/auth/login')
        .send({ login: 'nobody', password: 'pass phrase' })
        .expect(401);
    } finally {
      release();
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
      // Renders of another caller, which block until all callers have left.
      void texts['turns'].run(() => new Promise<void>((resolve) => (release = resolve)));
      try {
        const sockets = await Promise.all(
          Array.from({ length: 16 }, () => open(app.url, Buffer.from(bytes).toString('latin1'))),
        );
        await until('all to be asked', async () => asked.mock.calls.length === 16);
        for (const socket of sockets) socket.resetAndDestroy();
        await untilNobodyIsThere();
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
