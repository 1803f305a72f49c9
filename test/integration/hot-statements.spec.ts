import { readFileSync, writeFileSync } from 'node:fs';
import { StatementRecorder } from '../support/recorded-statements.js';
import { ADMIN, admin, register } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { withoutHashes } from '../support/schema.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { vote } from '../support/votes.js';

const PAGE = 'docs/hot-statements.md';

const HEAD = `# Hot statements

The statements that most requests wait for, as the service sends them, each with the plan that Postgres makes of it once
for all values (\`plan_cache_mode = force_generic_plan\`). The plans are of a database of 20,000 comments on 40 of 2,000
posts; tables that are small there are read whole. To renew this page: \`npm run statements\`. The hashes in the names of
functions are left out. What the functions do is in
[write-comments.sql.ts](../src/comments/writing/write-comments.sql.ts) and
[cast-votes.sql.ts](../src/comments/votes/cast-votes.sql.ts).
`;

/** By the name of the prepared statement. */
const HOT: Readonly<Record<string, string>> = {
  thread_best_3_first: 'The first page of a thread, by rank',
  thread_newest_3_next: 'A further page of a thread, by time',
  thread_replies_3_first: 'Replies to a comment',
  comments_context: 'A comment with those above it',
  write_comments: 'New comments, a batch',
  votes_cast: 'Votes, a batch',
  event_log_heads: 'The poll of the heads',
  event_log_extent: 'How far a log goes',
  event_log_after: 'Events of a log',
  comments_public: 'The comments of events',
  readings_votes: "The viewer: one's votes",
  readings_held: "The viewer: one's held comments",
  readings_removed: "The viewer: one's removed comments",
  readings_credits: 'The viewer: credited comments',
  readings_choices: 'The viewer: how far one has read, and what one is told',
  passages_page: 'Passages of a post that comments are about',
  queue_all_age: 'The queue of the moderators, oldest first',
};

/** Generated rows, so that the planner's estimates are the same each time. */
const ROWS = [
  `insert into users (id, kind, username, display_name, email)
   select md5('user ' || n)::uuid, 'member', n, n, n from generate_series(1, 2000) n`,
  `insert into posts (id, slug, title)
   select md5('post ' || n)::uuid, 'post-' || n, 'A post' from generate_series(1, 2000) n`,
  'insert into post_heads (post_id, seq) select id, 500 from posts',
  `insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, best, controversial,
     reply_count, post_revision, renderer, created_at, published_at, anchor, body, html)
   select md5('comment ' || n)::uuid, md5('post ' || 1 + root % 40)::uuid,
     case when n > root then md5('comment ' || (n - root) / 5000 * 5000 - 5000 + root)::uuid end,
     md5('comment ' || root)::uuid, (n - root) / 5000, md5('user ' || 1 + n % 2000)::uuid,
     case n % 100 when 0 then 'held' when 50 then 'removed' else 'published' end, n % 50 <> 0, n % 997, n % 991,
     case when n <= 15000 then 1 else 0 end, 1, 1, '2026-01-01', '2026-01-01',
     case when n % 50 = 1 then '{"state": "exact", "placeRevision": 1}'::jsonb end,
     repeat('word ', 40), repeat('word ', 40)
   from generate_series(1, 20000) n, lateral (select 1 + (n - 1) % 5000 as root) r`,
  `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
   select id, 1, 'before', 'before', '2026-01-01', true from comments`,
  `insert into votes (comment_id, user_id, post_id, value)
   select id, author_id, post_id, 1 from comments where status = 'published'`,
  `insert into post_events (post_id, seq, type, comment_id, facts)
   select post_id, row_number() over (partition by post_id order by id), 'comment.created', id, '{}' from comments`,
  `insert into readings (user_id, post_id, last_seen_seq)
   select distinct author_id, post_id, 100 from comments`,
  `insert into comment_flags (id, comment_id, post_id, user_id, reason, score)
   select md5('flag ' || id)::uuid, id, post_id, author_id, 'spam', 1 from comments where status = 'published' and depth = 3`,
  `insert into flagged_texts (comment_id, version, body)
   select comment_id, 1, 'As reported' from comment_flags`,
  `insert into user_flags (id, target_id, user_id, field, reason, text)
   select md5('flag ' || id)::uuid, id, md5('user 1')::uuid, 'name', 'offensive', username from users`,
  `insert into notices (id, reference, secret_hash, comment_id, comment_version, post_id, category, explanation)
   select md5('notice ' || comment_id)::uuid, comment_id, '', comment_id, 1, post_id, 'other', 'Why'
   from comment_flags limit 2000`,
  `insert into sessions (id, user_id, salt, expires_at)
   select md5('session ' || id)::uuid, id, '', '2100-01-01' from users`,
  `insert into comment_notes (id, comment_id, author_id, body)
   select md5('note ' || comment_id)::uuid, comment_id, user_id, 'A note' from comment_flags limit 2000`,
  `insert into decisions (id, subject, comment_id, post_id, moderator_id, action, reason)
   select md5('decision ' || n)::uuid, 'comment', md5('comment ' || n)::uuid, null, md5('user 1')::uuid, 'remove', 'spam'
   from generate_series(50, 20000, 10) n`,
  `insert into statements (decision_id, user_id, language, text, visible_at, told)
   select d.id, c.author_id, 'en', 'Why', '2026-01-01', true
   from decisions d join comments c on c.id = d.comment_id`,
  `insert into post_updates (id, post_id, author_id, revision, body, html)
   select md5('update ' || id)::uuid, id, md5('user 1')::uuid, 1, 'An update', 'An update' from posts`,
  `insert into post_update_credits (update_id, comment_id, post_id, user_id)
   select md5('update ' || post_id)::uuid, id, post_id, author_id from comments where depth = 0`,
  'vacuum analyze',
];

async function record(): Promise<Map<string, string>> {
  const database = await createTestDatabase();
  const recorder = new StatementRecorder();
  const { texts } = recorder;
  const app = await createTestApp(database, ADMIN);
  try {
    const editor = await admin(app);
    const reader = await register(app);
    const { id } = await createPost(app, editor);
    const first = await say(app, reader, id, 'First');
    await say(app, reader, id, 'Second');
    await say(app, editor, id, 'Reply', first.id);
    const last = await say(app, editor, id, 'Reply', first.id);
    await vote(app, editor, first.id, 1);
    const get = (path: string) => app.request.get(`/api/v1/${path}`).set(editor.auth).expect(200);
    for (const sort of ['best', 'newest', 'oldest', 'controversial']) {
      const { nextCursor } = await readPage(app, id, { sort, limit: 1 });
      await readPage(app, id, { sort, limit: 1, cursor: nextCursor });
    }
    await get(`comments/${first.id}/replies`);
    await get(`comments/${last.id}/context`);
    await get(`posts/${id}/events`);
    await get(`posts/${id}/viewer`);
    await get(`posts/${id}/anchors`);
    await get('moderation/queue');
    await until('the heads', async () => texts.has('event_log_heads'));
    return texts;
  } finally {
    await app.close();
    recorder.stop();
    await database.drop();
  }
}

describe('docs/hot-statements.md', () => {
  let database: TestDatabase;
  let texts: Map<string, string>;
  beforeAll(async () => {
    texts = await record();
    database = await createTestDatabase();
    for (const statement of ROWS) await database.query(statement);
    await database.query('set jit = off');
    // So many rows take minutes on a slow machine; waits have their own timeouts.
  }, 600_000);
  afterAll(() => database.drop());

  const planOf = async (text: string) => {
    const rows = await database.query<{ 'QUERY PLAN': string }>(
      `explain (generic_plan, costs off) ${text}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('has what the service sends, and the plans of it', async () => {
    expect(Object.keys(HOT).filter((name) => !texts.has(name))).toEqual([]);
    const sections: string[] = [HEAD];
    for (const [name, title] of Object.entries(HOT)) {
      const text = texts.get(name)!;
      const plan = await planOf(text);
      sections.push(
        `## ${title}\n\n\`${name}\`\n\n\`\`\`sql\n${aligned(text)}\n\`\`\`\n\n\`\`\`text\n${plan}\n\`\`\`\n`,
      );
    }
    const page = withoutHashes(sections.join('\n'));
    if (process.env.RENEW_STATEMENTS) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, 'utf8'));
  });
});

/** A text without its indent in the code. */
function aligned(text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);
  const indents = lines.slice(1).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line, at) => (at === 0 ? line : line.slice(indent))).join('\n');
}
