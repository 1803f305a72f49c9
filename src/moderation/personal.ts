import { ofOwnComments } from '../comments/shape/own-comments.sql.js';
import { deletedBy, type PersonalPart, staying, toldBy } from '../events/personal-part.js';
import { ofOwnDecisions } from './log/own-decisions.sql.js';

const NAMELESS = 'an id without a name';
const OF_THE_LOG = 'the log of decisions stays, without names and words';
const OF_A_STRANGER = 'written by somebody without an account, who may ask the site';
const EVIDENCE = 'evidence that a decision holds back, until its time';
const COUNTS = 'the report counts on';
const OF_A_REPORT = 'reason state created_at resolved_at score';

export const PERSONAL: PersonalPart = {
  comment_flags: {
    why: 'moderators see what readers report',
    kept: 'site',
    seenBy: 'staff',
    erasing: [
      {
        where: 'user_id = $1 and (detail is not null or cluster is not null or voice is not null)',
        erase: { detail: 'null', cluster: 'null', voice: 'null' },
      },
    ],
    stays: { user_id: NAMELESS, ...staying(OF_A_REPORT, COUNTS) },
    told: toldBy('user_id', 'id', 'id comment_id reason detail state created_at resolved_at'),
  },
  user_flags: {
    why: 'moderators see what readers report of names',
    kept: 'site',
    seenBy: 'staff',
    erasing: [
      { where: 'target_id = $1', erase: 'delete' },
      {
        where: 'user_id = $1 and (detail is not null or cluster is not null)',
        erase: { detail: 'null', cluster: 'null' },
      },
    ],
    stays: {
      user_id: NAMELESS,
      text: 'the name that was reported, which is another person’s',
      ...staying(OF_A_REPORT, COUNTS),
    },
    told: toldBy('user_id', 'id', 'id field reason detail state created_at resolved_at'),
  },
  flagged_texts: {
    why: 'moderators see the text that was reported',
    kept: 'site',
    seenBy: 'staff',
    erasing: [{ where: ofOwnComments('comment_id'), erase: 'delete' }],
    told: 'The text stands with the comment and its former texts; a copy would tell of reports.',
  },
  comment_notes: {
    why: 'moderators tell each other of a comment',
    kept: 'site',
    seenBy: 'staff',
    erasing: [{ where: ofOwnComments('comment_id'), erase: 'delete' }],
    stays: { author_id: NAMELESS },
    told: 'Notes of moderators are theirs.',
  },
  decisions: {
    why: 'decisions can be explained, undone and counted',
    kept: 'site',
    seenBy: 'staff',
    erasing: [],
    stays: staying(
      'user_id moderator_id action reason until created_at ties rule led_by content_at',
      OF_THE_LOG,
    ),
    told: {
      where: `user_id = $1 and action not in ('note', 'dismiss')`,
      by: 'id',
      columns: ['id', 'subject', 'comment_id', 'action', 'reason', 'rule', 'until', 'created_at'],
    },
  },
  decision_details: {
    why: 'moderators explain decisions to each other',
    kept: 'site',
    seenBy: 'staff',
    erasing: [{ where: ofOwnDecisions('decision_id'), erase: 'delete' }],
    told: 'Notes of moderators are theirs; the reasons stand in the statements.',
  },
  evidence_holds: {
    why: 'a decision holds evidence back from an erasure',
    kept: 'evidence held back',
    seenBy: 'staff',
    erasing: [],
    stays: { held_by: NAMELESS, ...staying('until reason created_at', EVIDENCE) },
    told: {
      where: `until > now() and (${ofOwnDecisions('decision_id')}
        or decision_id in (select decision_id from evidence_texts where author_id = $1))`,
      columns: ['decision_id', 'until', 'reason', 'created_at'],
      by: 'decision_id',
    },
  },
  evidence_texts: {
    why: 'what a decision was about can be proved after an erasure',
    kept: 'evidence held back',
    seenBy: 'admins',
    erasing: [],
    stays: staying('author_id body html written_at', EVIDENCE),
    // Reported texts are left out, because they would reveal reports.
    told: {
      where: `author_id = $1 and kind in ('comment', 'former', 'report')`,
      columns: ['decision_id', 'kind', 'version', 'body', 'written_at'],
      by: 'decision_id, number',
    },
  },
  statements: {
    why: 'an author is told why',
    kept: 'site',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: {
      where: 'user_id = $1 and visible_at <= now()',
      by: 'decision_id',
      columns: ['decision_id', 'language', 'text', 'visible_at'],
    },
  },
  notices: {
    why: 'anybody can say that a comment is against the law',
    kept: 'site',
    seenBy: 'staff',
    erasing: [],
    stays: staying(
      'secret_hash category explanation name email cluster action reason created_at decided_at',
      OF_A_STRANGER,
    ),
    told: 'They are written without an account; who sent one reads it by its reference.',
  },
  notice_events: {
    why: 'who sent a notice sees what became of it',
    kept: 'site',
    seenBy: 'staff',
    erasing: [],
    stays: { at: OF_A_STRANGER },
    told: 'They belong to notices.',
  },
  bulk_jobs: {
    why: 'a decision on many comments is carried out',
    kept: 'bulk jobs',
    seenBy: 'staff',
    erasing: [
      {
        where: `${ofOwnDecisions('decision_id')} and (note is not null or text is not null)`,
        erase: { note: 'null', text: 'null' },
      },
    ],
    stays: {
      moderator_id: NAMELESS,
      ...staying('action reason rule created_at finished_at', OF_THE_LOG),
      rest: 'ids alone',
    },
    told: 'It is work of moderators.',
  },
  canned_reasons: {
    why: 'texts of the site that explain decisions',
    kept: 'site',
    seenBy: 'staff',
    erasing: [],
    stays: { updated_by: NAMELESS },
    told: 'They are texts of the site.',
  },
  queue_claims: {
    why: 'two moderators do not decide on one case',
    kept: 'site',
    seenBy: 'staff',
    erasing: deletedBy('moderator_id'),
    told: 'It is work of moderators, for minutes.',
  },
  queue_items: {
    why: 'what moderators have to look at',
    kept: 'closed queue items',
    seenBy: 'staff',
    erasing: [],
    stays: {
      id: 'an id without a name; the case of an account is closed with its reports',
      score: 'a number',
      escalated_by: NAMELESS,
      escalated_at: 'tells of nobody without a name',
    },
    told: 'It is work of moderators.',
  },
};
