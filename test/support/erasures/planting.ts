import { randomBytes } from 'node:crypto';
import { NEW_ID_SQL } from '../../../src/database/ids.js';
import type { Person } from '../people.js';
import type { TestDatabase } from '../test-database.js';

type Database = Pick<TestDatabase, 'query'>;

/** A text that is found wherever it is left, short enough for a name. */
export function newCanary(): string {
  return `canary${randomBytes(8).toString('hex')}`;
}

/**
 * Statements that plant texts: `$1` is the account, `$2` the canary, `$3` a comment of the account,
 * `$4` another account, `$5` the text of others about the account.
 */
const STATEMENTS = [
  `update users set username = $2, display_name = $2, bio = $2, avatar_url = 'https://a.example/' || $2,
     email = $2 || '@example.org', email_key = $2 || '@example.org', badges = array[$2], terms_version = $2, password_hash = $2,
     source = 'planted', foreign_key = $2 where id = $1`,
  `insert into user_names (key, user_id) values ($2, $1)`,
  `update sessions set device = $2, revoked_because = $2, salt = $2::bytea where user_id = $1`,
  `insert into identities (issuer, subject, user_id, claims)
     values ('https://login.example', $2, $1, jsonb_build_object('name', $2::text))`,
  `insert into passkeys (id, user_id, credential_id, public_key, counter, name, backed_up, by_password)
     values (gen_random_uuid(), $1, $2::bytea, $2::bytea, 1, $2, true, false)`,
  `insert into totp_factors (user_id, secret) values ($1, $2::bytea)`,
  `insert into recovery_codes (user_id, digest) values ($1, $2::bytea)`,
  `insert into account_proofs (id, user_id, purpose, email, email_key, state, language, expires_at)
     values (gen_random_uuid(), $1, 'change', $2, $2, $2::bytea, $2, now() + interval '1 day')`,
  `insert into proof_requests (id, purpose, email_key, language)
     values (gen_random_uuid(), 'reset', $2 || '@example.org', $2)`,
  `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
     values ($3, 77, $2, $2, now(), true)`,
  `insert into flagged_texts (comment_id, version, body) values ($3, 77, $2)`,
  `insert into comment_notes (id, comment_id, author_id, body) values (gen_random_uuid(), $3, $4, $5)`,
  `insert into comment_flags (id, comment_id, post_id, user_id, reason, detail, cluster)
     select gen_random_uuid(), c.id, c.post_id, $1, 'spam', $2, $2::bytea from comments c where c.author_id = $4 limit 1`,
  `insert into user_flags (id, target_id, user_id, field, reason, detail, text, cluster)
     values (gen_random_uuid(), $1, $4, 'name', 'spam', $5, $2, $5::bytea)`,
  `insert into user_flags (id, target_id, user_id, field, reason, detail, text, cluster)
     values (gen_random_uuid(), $4, $1, 'name', 'spam', $2, 'Another name', $2::bytea)`,
  `with made as (insert into decisions (id, subject, user_id, moderator_id, action)
     values (gen_random_uuid(), 'user', $1, $4, 'warn') returning id),
   details as (insert into decision_details (decision_id, note, text, before)
     select id, $5, $5, jsonb_build_object('former', $5::text) from made),
   bulk as (insert into bulk_jobs (id, moderator_id, decision_id, action, note, text, total, state)
     select gen_random_uuid(), $4, id, 'remove', $5, $5, 0, 'done' from made)
   insert into statements (decision_id, user_id, language, text, visible_at) select id, $1, 'en', $2, now() from made`,
  `insert into idempotency_records (user_id, key, request_hash, status, body) values ($1, $2, $2::bytea, 200, $2)`,
  `insert into idempotency_records (user_id, key, request_hash, status, body)
     values ($4, gen_random_uuid()::text, '', 200, json_build_object('id', $1::text, 'name', $2::text))`,
  `insert into ignored_users (user_id, ignored_id) values ($1, $4), ($4, $1)`,
  `insert into subscriptions (user_id, post_id, level) select $1, post_id, 'all' from comments where id = $3
     on conflict do nothing`,
  `insert into notifications (id, user_id, type, cause, comment_id, ready_at)
     values (${NEW_ID_SQL}, $1, 'reply', gen_random_uuid(), $3, now())`,
  `update comments set hold = jsonb_build_array($2::text), anchor = jsonb_build_object('quote', $2::text)
     where id = $3 and status <> 'published'`,
];

/** Uses every parameter, since Postgres must know the type of unused ones, too. */
const TYPES = `(select $1::uuid, $2::text, $3::uuid, $4::uuid, $5::text)`;

export interface Plants {
  canary: string;
  /** The text of others about the account; by default the canary. */
  about?: string;
  /** A comment of the account, removed by moderators. */
  commentId: string;
  otherId: string;
}

/** Plants a text of an account in every column that may hold one. */
export async function plant(
  database: Database,
  person: Pick<Person, 'id'>,
  { canary, about = canary, commentId, otherId }: Plants,
): Promise<void> {
  for (const statement of STATEMENTS) {
    const used = [person.id, canary, commentId, otherId, about];
    const text = statement
      .replaceAll(/\$1(?!::)/g, '$1::uuid')
      .replaceAll(/\$2(?!::)/g, '$2::text')
      .replaceAll(/\$5(?!::)/g, '$5::text')
      .replaceAll(/(\$[25])::bytea/g, `convert_to($1::text, 'UTF8')`)
      .replaceAll(/\$3(?!::)/g, '$3::uuid')
      .replaceAll(/\$4(?!::)/g, '$4::uuid');
    await database.query(`with types as ${TYPES} ${continued(text)}`, used);
  }
}

function continued(text: string): string {
  return text.startsWith('with ') ? `, ${text.slice('with '.length)}` : text;
}

/** Matches any canary, as text or as bytes. */
export const CANARY = 'canary[0-9a-f]{16}|63616e617279[0-9a-f]{32}';

/** The places of a canary in the whole database. */
export async function findCanaries(database: Database): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relnamespace in (current_schema()::regnamespace, 'graphile_worker'::regnamespace)`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(
      `select t::text as row from ${name} t where t::text ~ $1`,
      [CANARY],
    );
    found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`));
  }
  return found;
}
