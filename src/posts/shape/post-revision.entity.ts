import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The text of a post between two changes. */
@Entity('post_revisions')
export class PostRevisionEntity {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  summary: string | null;

  /** Markdown; null for a page of the host site. */
  @Column('text', { nullable: true })
  body: string | null;

  @Column('text', { nullable: true })
  html: string | null;

  @Column('uuid', { name: 'editor_id', nullable: true })
  editorId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
