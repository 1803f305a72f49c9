import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnchorView } from './anchors.dto.js';
import type { QuoteDto } from './quotes.dto.js';
import type { Explanation } from '../../screening/screening-rules.js';

export const COMMENT_STATUSES = ['published', 'held', 'removed', 'deleted'] as const;
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

/** A higher number of pinned comments would hide the first comment of the thread. */
export const MAX_PINNED = 3;

@Entity('comments')
export class CommentEntity {
  /** UUID v7: the order of ids is the order of time. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'post_id' })
  postId: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** The comment at the top of its branch; its own id there. */
  @Column('uuid', { name: 'root_id' })
  rootId: string;

  @Column('integer')
  depth: number;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('text')
  status: CommentStatus;

  /** Whether lists show it: it is published, or a tombstone that still has listed replies. */
  @Column('boolean')
  listed: boolean;

  @Column('integer')
  version: number;

  /** Listed direct replies. */
  @Column('integer', { name: 'reply_count' })
  replyCount: number;

  @Column('integer')
  upvotes: number;

  @Column('integer')
  downvotes: number;

  /** Whether it is shown first in its thread while it is published. */
  @Column('boolean')
  pinned: boolean;

  @Column('boolean')
  featured: boolean;

  /** Whether the branch is locked: neither this comment nor any below it accepts replies. */
  @Column('boolean')
  locked: boolean;

  /** The number of locks on the comment itself and its ancestors. */
  @Column('integer', { name: 'lock_count' })
  lockCount: number;

  /** The revision of the post when it was written. */
  @Column('integer', { name: 'post_revision' })
  postRevision: number;

  @Column('smallint')
  renderer: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** When it was first published; null if it never was. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('text', { name: 'removed_by', nullable: true })
  removedBy: 'author' | 'moderation' | null;

  @Column('text', { name: 'removal_reason', nullable: true })
  removalReason: string | null;

  /** The rules that hold it. */
  @Column('jsonb', { nullable: true })
  hold: Explanation[] | null;

  @Column('jsonb', { nullable: true })
  anchor: AnchorView | null;

  /** Quotes of other comments, by reference. */
  @Column('jsonb', { nullable: true })
  quotes: QuoteDto[] | null;

  @Column('text', { nullable: true })
  source: string | null;

  /** Its id in the system it was imported from. */
  @Column('text', { name: 'foreign_id', nullable: true })
  foreignId: string | null;

  /** Markdown. */
  @Column('text')
  body: string;

  /** Rendered once, when it was written. */
  @Column('text')
  html: string;
}
