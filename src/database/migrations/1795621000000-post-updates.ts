import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

const TABLES = [
  /* Posts whose text has changed since the passages of their comments were looked for. */
  `create table stale_anchors (
    post_id uuid not null,
    since timestamptz not null default now(),
    constraint stale_anchors_pkey primary key (post_id),
    constraint stale_anchors_post_fkey foreign key (post_id) references posts (id) on delete cascade
  )`,

  /* What the author of a post has added, with a date; \`revision\` is what the post said then. */
  `create table post_updates (
    id uuid not null,
    post_id uuid not null,
    author_id uuid not null,
    revision integer not null,
    body text not null,
    html text not null,
    created_at timestamptz not null default now(),
    constraint post_updates_pkey primary key (id),
    constraint post_updates_post_fkey foreign key (post_id) references posts (id) on delete cascade,
    constraint post_updates_author_fkey foreign key (author_id) references users (id)
  )`,
  `create index post_updates_post_idx on post_updates (post_id, id)`,
  `create index post_updates_author_idx on post_updates (author_id)`,

  /* The comments that led to an update, and who wrote them. */
  `create table post_update_credits (
    update_id uuid not null,
    comment_id uuid not null,
    post_id uuid not null,
    user_id uuid not null,
    constraint post_update_credits_pkey primary key (update_id, comment_id),
    constraint post_update_credits_update_fkey foreign key (update_id) references post_updates (id) on delete cascade,
    constraint post_update_credits_comment_fkey foreign key (comment_id) references comments (id) on delete cascade
  )`,
  `create index post_update_credits_comment_idx on post_update_credits (comment_id)`,
  `create index post_update_credits_user_idx on post_update_credits (user_id, post_id)`,
];

/* In the transaction of whatever writes a revision, or a comment on one that has passed meanwhile:
   both hold the head of the post. */
const TRIGGERS = [
  `create function note_stale_anchors() returns trigger language plpgsql as $function$
  begin
    if tg_table_name = 'posts' then
      insert into stale_anchors (post_id)
      select new.id where exists (select 1 from comments where post_id = new.id and anchor is not null)
      on conflict do nothing;
    else
      insert into stale_anchors (post_id)
      select p.id from posts p
      where p.id = new.post_id and p.revision > (new.anchor->>'placeRevision')::integer
      on conflict do nothing;
    end if;
    return null;
  end
  $function$`,
  `create trigger posts_revised after update of revision on posts
    for each row when (new.revision is distinct from old.revision) execute function note_stale_anchors()`,
  `create trigger comments_anchored after insert on comments
    for each row when (new.anchor is not null) execute function note_stale_anchors()`,
];

export class PostUpdates1795621000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const classes = [
      ...classify('stale_anchors', ['post_id', 'since'], {}),
      ...classify(
        'post_updates',
        ['id', 'post_id', 'author_id', 'revision', 'body', 'html', 'created_at'],
        { author_id: 'pseudonym', body: 'content', html: 'content', created_at: 'behaviour' },
      ),
      ...classify('post_update_credits', ['update_id', 'comment_id', 'post_id', 'user_id'], {
        user_id: 'pseudonym',
      }),
    ];
    for (const statement of [...TABLES, ...TRIGGERS, ...classes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'drop trigger comments_anchored on comments',
      'drop trigger posts_revised on posts',
      'drop function note_stale_anchors',
      'drop table post_update_credits, post_updates, stale_anchors',
    ]) {
      await runner.query(statement);
    }
  }
}
