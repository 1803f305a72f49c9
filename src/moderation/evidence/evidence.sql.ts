/** Texts held for decision `d`: kind, place, author_id, version, body, html, written_at. */
const SOURCES = [
  `select 'comment', 1, c.author_id, c.version, c.body, c.html, coalesce(c.edited_at, c.created_at)
   from d join comments c on c.id = d.comment_id where c.body <> ''`,
  `select 'former', 2, c.author_id, r.version, r.body, r.html, r.written_at
   from d join comments c on c.id = d.comment_id join comment_revisions r on r.comment_id = c.id
   where r.body <> ''`,
  `select 'reported', 3, c.author_id, t.version, t.body, null, t.created_at
   from d join comments c on c.id = d.comment_id join flagged_texts t on t.comment_id = c.id`,
  `select 'report', 4, f.user_id, f.comment_version, f.detail, null, f.created_at
   from d join comment_flags f on f.comment_id = d.comment_id where f.detail is not null`,
  // The subject of a decision on an account is the reported names, not the current ones.
  `select f.field, 3, f.target_id, null::integer, f.text, null, min(f.created_at)
   from d join user_flags f on f.target_id = d.user_id
   where d.subject = 'user' and (f.decision_id = d.id or f.state = 'open') group by f.field, f.target_id, f.text`,
  `select 'report', 4, f.user_id, null, f.detail, null, f.created_at
   from d join user_flags f on f.target_id = d.user_id
   where d.subject = 'user' and (f.decision_id = d.id or f.state = 'open') and f.detail is not null`,
  `select 'note', 5, null::uuid, null, details.note, null, d.created_at
   from d join decision_details details on details.decision_id = d.id where details.note is not null`,
  `select 'text', 6, null, null, details.text, null, d.created_at
   from d join decision_details details on details.decision_id = d.id where details.text is not null`,
  `select 'before', 7, null, null, details.before::text, null, d.created_at
   from d join decision_details details on details.decision_id = d.id where details.before is not null`,
  `select 'statement', 8, null, null, s.text, null, d.created_at
   from d join statements s on s.decision_id = d.id`,
];

/** The current subject of the decision `$1`. */
export const EVIDENCE_OF_DECISION = `
  with d as (select id, subject, comment_id, user_id, created_at from decisions where id = $1)
  ${SOURCES.join('\n  union all ')}`;
