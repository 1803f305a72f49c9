import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role, Standing } from './viewer.js';

export type UserKind = 'member' | 'guest' | 'imported';

/** An account, or the author of something imported, who has none, with the columns that are read. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: UserKind;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  /** Null for guests and imported authors. */
  @Column({ name: 'username', type: 'text', nullable: true })
  username: string | null;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  @Column({ name: 'bio', type: 'text' })
  bio: string;

  @Column({ name: 'avatar_url', type: 'text', nullable: true })
  avatarUrl: string | null;

  /** As its owner writes it; compared by `emailKey`. */
  @Column({ name: 'email', type: 'text', nullable: true })
  email: string | null;

  @Column({ name: 'email_key', type: 'text', nullable: true })
  emailKey: string | null;

  /** PHC string of argon2id; null when the account has no password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ name: 'standing', type: 'text' })
  standing: Standing;

  @Column({ name: 'standing_until', type: 'timestamptz', nullable: true })
  standingUntil: Date | null;

  /** Raised by every change that others can see. */
  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
