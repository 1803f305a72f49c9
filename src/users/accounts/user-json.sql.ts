import type { Piece } from '../../database/json-text.js';

/** A user or an author, as JSON; `u` is the alias of the row. */
export function userSql(u: string): string {
  return `json_build_object('id', ${u}.id, 'username', ${u}.username, 'displayName', ${u}.display_name,
      'avatarUrl', ${u}.avatar_url, 'role', ${u}.role, 'kind', ${u}.kind,
      'badges', ${u}.badges)`;
}

/** The public form of the same; null for an erased user. */
export function publicUserSql(u: string): string {
  return `case when ${u}.kind <> 'erased' then ${userSql(u)} end`;
}

/** The public name only. */
export function publicNameSql(u: string): string {
  return `case when ${u}.kind <> 'erased' then ${u}.display_name end`;
}

/** A user or an author as JSON text. User names contain nothing that must be escaped. */
export function userPieces(u: string): Piece[] {
  return [
    { text: '{"id":"' },
    { sql: `${u}.id` },
    { text: '","username":' },
    { sql: `coalesce('"' || ${u}.username || '"', 'null')` },
    { text: ',"displayName":' },
    { sql: `to_json(${u}.display_name)` },
    { text: ',"avatarUrl":' },
    { sql: `coalesce(to_json(${u}.avatar_url)::text, 'null')` },
    { text: ',"role":"' },
    { sql: `${u}.role` },
    { text: '","kind":"' },
    { sql: `${u}.kind` },
    { text: '","badges":' },
    { sql: `case when ${u}.badges = '{}' then '[]' else array_to_json(${u}.badges)::text end` },
    { text: '}' },
  ];
}
