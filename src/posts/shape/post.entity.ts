import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PostMode = 'open' | 'premoderated' | 'closed';
export const POST_MODES = ['open', 'premoderated', 'closed'] as const;

/** Which votes the comments of a post accept: up and down, only up, or none. */
export type PostVotes = 'updown' | 'up' | 'off';
export const POST_VOTES = ['updown', 'up', 'off'] as const;

/** The origin of a post. */
export type PostMaker = 'staff' | 'import' | 'reader';

/** The subject of a discussion: a text of this service, or a page of the host site. */
@Entity('posts')
export class PostEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  /** The host site's own name for the page. */
  @Column('text', { nullable: true })
  key: string | null;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text')
  language: string;

  @Column('text')
  mode: PostMode;

  @Column('boolean')
  locked: boolean;

  /** Whether lists show it. */
  @Column('boolean')
  listed: boolean;

  /** False for a page that a reader named and that has not confirmed its URL. */
  @Column('boolean')
  verified: boolean;

  @Column('text', { name: 'made_by' })
  madeBy: PostMaker;

  @Column('text')
  votes: PostVotes;

  /** Seconds between two comments of one account; 0 for none. */
  @Column('integer', { name: 'slow_mode_seconds' })
  slowModeSeconds: number;

  /** Null when scores are shown; until then they are hidden from everyone. */
  @Column('timestamptz', { name: 'scores_hidden_until', nullable: true })
  scoresHiddenUntil: Date | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('integer')
  revision: number;

  /** The system it was imported from, and its id there. */
  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { name: 'foreign_id', nullable: true })
  foreignId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
