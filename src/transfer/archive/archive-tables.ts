/** A table of the archive: its rows are exported and imported in the order of their key. */
export interface ArchiveTable {
  name: string;
  key: readonly string[];
  columns: readonly string[];
}

function table(name: string, key: string, columns: string): ArchiveTable {
  return { name, key: key.split(', '), columns: columns.split(' ') };
}

/**
 * The tables of the site's own export, each after those that it refers to. Every table and column
 * of the schema must be here or in `LEFT_OUT`.
 */
export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  table(
    'site',
    'singleton',
    'singleton created_at flag_sensitivity hide_score hold_first_comments confirm_emails ' +
      'unconfirmed_may_comment read_only staff_second_factor guests terms_version terms_url',
  ),
  table(
    'users',
    'id',
    'id kind role username display_name bio avatar_url email email_key email_verified_at ' +
      'password_hash standing standing_until version source foreign_key created_at updated_at ' +
      'email_failed_at language pending_until badges terms_version terms_accepted_at ' +
      'closed_at',
  ),
  table('user_names', 'key', 'key user_id'),
  table('retired_names', 'digest', 'digest'),
  table('erasures', 'user_id', 'user_id comments asked_at due_at began_at'),
  table('authorships', 'author_id', 'author_id user_id created_at moving'),
  table('author_changes', 'user_id', 'user_id change after beat_at'),
  table(
    'identities',
    'issuer, subject',
    'issuer subject user_id claims claims_at created_at linked id',
  ),
  table('ignored_users', 'user_id, ignored_id', 'user_id ignored_id created_at'),
  table('imported_addresses', 'author_id', 'author_id hash'),
  table(
    'account_proofs',
    'id',
    'id user_id purpose email email_key state language created_at expires_at used_at way way_id',
  ),
  table(
    'passkeys',
    'id',
    'id user_id credential_id public_key counter name backed_up by_password created_at ' +
      'last_used_at',
  ),
  table('totp_factors', 'user_id', 'user_id secret last_step begun_at confirmed_at id'),
  table('recovery_codes', 'user_id, digest', 'user_id digest used_at'),
  table('notification_preferences', 'user_id, type', 'user_id type bell mail'),
  table('case_mails', 'id', 'id user_id kind comment_id cause mail_id mailed_at'),
  table('mailed_accounts', 'user_id', 'user_id mailed_at'),
  table(
    'posts',
    'id',
    'id slug key title url summary language mode locked author_id revision source foreign_id ' +
      'created_at updated_at votes scores_hidden_until slow_mode_seconds listed verified ' +
      'made_by gone_at merged_into',
  ),
  table('post_heads', 'post_id', 'post_id seq comment_count page_version kept_seq'),
  table(
    'post_revisions',
    'post_id, revision',
    'post_id revision title summary body html editor_id created_at continues',
  ),
  table('post_updates', 'id', 'id post_id author_id revision body html created_at'),
  table('post_urls', 'normalised', 'normalised post_id url created_at alike'),
  table('post_events', 'post_id, seq', 'post_id seq type comment_id facts at'),
  table('followed_posts', 'post_id', 'post_id seq told_to'),
  table('page_checks', 'post_id', 'post_id url key asked_by tries due_at created_at key_signed'),
  table('readings', 'user_id, post_id', 'user_id post_id last_seen_seq updated_at'),
  table('subscriptions', 'user_id, post_id', 'user_id post_id level since carried_from'),
  table('seen_moves', 'post_id', 'post_id gone_at after'),
  table('stale_anchors', 'post_id', 'post_id since'),
  table('ended_comments', 'post_id, comment_id', 'post_id comment_id'),
  table(
    'comments',
    'id',
    'id post_id parent_id root_id depth author_id status listed version reply_count upvotes ' +
      'downvotes post_revision renderer created_at published_at edited_at removed_by ' +
      'removal_reason hold source foreign_id body html best controversial reviewed_at pinned ' +
      'featured locked lock_count anchor quotes',
  ),
  table(
    'comment_revisions',
    'comment_id, version',
    'comment_id version body html written_at replaced_at marked',
  ),
  table('post_update_credits', 'update_id, comment_id', 'update_id comment_id post_id user_id'),
  table('votes', 'comment_id, user_id', 'comment_id user_id post_id value created_at'),
  table('branch_moves', 'comment_id', 'comment_id post_id after'),
  table('score_moves', 'comment_id', 'comment_id post_id'),
  table(
    'comment_flags',
    'id',
    'id comment_id post_id user_id reason detail state decision_id created_at resolved_at ' +
      'comment_version score cluster voice',
  ),
  table('flagged_texts', 'comment_id, version', 'comment_id version body created_at'),
  table('comment_notes', 'id', 'id comment_id author_id body created_at'),
  table(
    'notices',
    'id',
    'id reference secret_hash comment_id comment_version post_id category explanation name ' +
      'email cluster state decision_id action reason created_at decided_at',
  ),
  table('notice_events', 'notice_id, number', 'notice_id number type at'),
  table(
    'user_flags',
    'id',
    'id target_id user_id field reason detail text score cluster state decision_id created_at ' +
      'resolved_at',
  ),
  table(
    'queue_items',
    'id',
    'id subject kind open post_id score flag_count notice_count surge surge_settled_at since ' +
      'escalated_by escalated_at closed_at',
  ),
  table(
    'decisions',
    'id',
    'id subject comment_id post_id user_id moderator_id action reason until comment_version ' +
      'created_at ties rule undoes led_by content_at',
  ),
  table('decision_details', 'decision_id', 'decision_id note text before'),
  table('evidence_holds', 'decision_id', 'decision_id until reason held_by created_at'),
  table(
    'evidence_texts',
    'decision_id, number',
    'decision_id number kind author_id version body html written_at',
  ),
  table('statements', 'decision_id', 'decision_id user_id language text visible_at told'),
  table('canned_reasons', 'reason, language', 'reason language text updated_at updated_by'),
  table(
    'bulk_jobs',
    'id',
    'id moderator_id decision_id action reason rule note text state total done refused node ' +
      'beat_at created_at finished_at rest',
  ),
  table('bulk_items', 'job_id, place', 'job_id place post_id comment_id version outcome'),
  table(
    'notifications',
    'id',
    'id user_id type cause comment_id post_id state created_at ready_at read_at mail_due_at ' +
      'mail_id',
  ),
];

/** The omitted tables and columns of exported tables, and why they are omitted. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  sessions: 'a copy of the file must not sign anybody in; people sign in again',
  'site.epoch': 'the history has a new name where it comes back, so that clients load again',
  'site.place': 'names the cluster of the database; the next start writes it',
  'comments.excerpt': 'the database makes it of the text',
  idempotency_records: 'answers to requests of the last day, for clients that send them again',
  used_challenges: 'challenges that have expired within minutes',
  proof_requests:
    'wishes for links of mails, which jobs of the queue answer, and the queue stays behind',
  case_news: 'news of cases, which a round makes mails of within seconds',
  limit_counts: 'counts of attempts, which end by themselves',
  queue_claims: 'which moderator has a case open right now, in a session',
  post_readers: 'who reads right now, by node',
  signals: 'what running nodes tell each other',
  round_turns: 'which running node does which background work',
  job_workers: 'which nodes work off the queue',
  function_builds: 'which functions of the database are installed; a start writes it',
  migrations: 'the header of the file says it',
};
