import { SMTPServer } from 'smtp-server';
import type { Client } from 'pg';
import { until } from '../../test/support/until.js';
import { commentRequests, type Discussion, openDiscussion } from '../discussion.js';
import { interleave, type Contender } from '../rounds.js';
import { call } from '../people.js';
import { sessionClient } from '../session-client.js';
import { type Ground, loadContender, type PartResult, warmUp, watched } from './part.js';

const FOLLOWERS = 1_000;
const CONNECTIONS = 32;
/** Comments written before a window, so that mails are sent while further ones arrive. */
const BEFORE = 20;
const LOOKED_EACH_MS = 100;
/** A window creates some ten thousand mails; a small machine sends them in a minute. */
const SENT_WITHIN_MS = 15 * 60_000;

/**
 * Comments in a thread with a thousand followers, each mailed at once, against two threads without
 * followers. The service finds the readers, notifies and mails them at the same time. Work left at
 * the end of a window is finished before the next one.
 */
export async function told(ground: Ground): Promise<PartResult> {
  const { options, site, bodies } = ground;
  const sink = await openSink();
  const env = { SMTP_URL: sink.url, MAIL_FROM: 'Talk <talk@example.org>' };
  const service = await site.serveAfresh(true, env);
  const client = await sessionClient(site.connection, { statement_timeout: '0' });
  try {
    const { admin, writers } = await ground.people(service);
    const open = () => openDiscussion(service, admin, writers, 0);
    const [one, followed, other] = [await open(), await open(), await open()];
    await follow(client, followed);
    const into = (id: string, discussion: Discussion) =>
      loadContender(ground, id, {
        url: service.url,
        requests: commentRequests([discussion], writers, bodies),
        connections: CONNECTIONS,
      });
    const say = async () => {
      const path = `/posts/${followed.postId}/comments`;
      for (let nth = 0; nth < BEFORE; nth++)
        await call(service, 'POST', path, { by: writers[nth], body: { body: `Before, ${nth}.` } });
    };
    const contenders: Contender[] = [
      into('untold-1', one),
      mailedBeside(client, into('told', followed), say),
      into('untold-2', other),
    ];
    await warmUp(contenders[0], options.warmUp);
    await warmUp(contenders[1], options.warmUp / 2);
    await site.settle();
    const before = sink.count();
    const rounds = { count: options.rounds, seconds: options.seconds };
    const measured = await interleave(contenders, rounds, watched(ground, service));
    const part = 'told';
    const what = (id: string, of: string) => ({ id, part, what: `comments into a thread ${of}` });
    const note = `${sink.count() - before} mails`;
    return {
      figures: [
        measured.figure(what('untold-1', 'that nobody follows')),
        measured.figure(what('untold-2', 'that nobody follows, again')),
        measured.figure({
          ...what('told', `whose ${FOLLOWERS} followers are mailed`),
          against: 'untold-1',
          note,
          // It would include the work before and after the window.
          serviceMicros: null,
          postgresMicros: null,
        }),
      ],
      reached: { told: measured.shortfall('told', ['untold-1', 'untold-2']) },
    };
  } finally {
    await client.end();
    await sink.close();
    // Other parts run without mail.
    await site.serveAfresh(true);
  }
}

/** A window that starts with mails to send, and leaves none to the next one. */
function mailedBeside(client: Client, { id, run }: Contender, say: () => Promise<void>): Contender {
  return {
    id,
    run: async (seconds) => {
      await client.query('update notifications set read_at = now() where read_at is null');
      await client.query('delete from mailed_accounts');
      await say();
      await untilNone('posts of which readers are to be told', client, BEHIND);
      await client.query(`update notifications set ready_at = now() where state = 'waiting'`);
      const outcome = await run(seconds);
      await untilNone('posts of which readers are to be told', client, BEHIND);
      await client.query('delete from notifications where mail_id is null');
      await untilNone('mails to be sent', client, WAITING);
      await client.query('vacuum (analyze) notifications');
      return outcome;
    },
  };
}

const BEHIND = `select count(*)::integer as count from post_heads h left join followed_posts f on f.post_id = h.post_id
  where h.seq > coalesce(f.seq, 0)`;
const WAITING = `select (select count(*) from notifications where mail_id is not null)::integer
  + (select count(*) from graphile_worker.jobs)::integer as count`;

async function untilNone(what: string, client: Client, text: string): Promise<void> {
  const isNone = async () => (await client.query<{ count: number }>(text)).rows[0].count === 0;
  await until(`there to be no ${what}`, isNone, LOOKED_EACH_MS, SENT_WITHIN_MS);
}

async function follow(client: Client, { postId }: Discussion): Promise<void> {
  const followers = `select id from users where username like 'follower-%'`;
  await client.query(
    `insert into users (id, kind, role, username, display_name, email, email_key, email_verified_at)
     select gen_random_uuid(), 'member', 'member', 'follower-' || n, 'Follower ' || n,
       'follower-' || n || '@example.org', 'follower-' || n || '@example.org', now()
     from generate_series(1, ${FOLLOWERS}) n`,
  );
  await client.query(
    `insert into notification_preferences (user_id, type, bell, mail)
     select id, 'followed', true, 'at_once' from (${followers}) f`,
  );
  await client.query(
    `insert into subscriptions (user_id, post_id, level) select id, $1, 'all' from (${followers}) f`,
    [postId],
  );
}

/** A mail server that accepts every mail and discards it. */
async function openSink(): Promise<{ url: string; count(): number; close(): Promise<void> }> {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _, done) => {
      stream.resume();
      stream.on('end', () => {
        taken++;
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    count: () => taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
