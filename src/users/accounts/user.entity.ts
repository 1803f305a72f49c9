import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../text/plain/languages.js';
import type { GivenStanding, Role } from '../viewer/viewer.js';

/** `erased`: only the id remains, for the votes and decisions that stay. */
export const USER_KINDS = ['member', 'guest', 'imported', 'erased'] as const;
export type UserKind = (typeof USER_KINDS)[number];

/** An account, or an author of imported comments without one, with the selected columns. */
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

  /** Short texts of the site that the account comes from, such as "Subscriber". */
  @Column({ name: 'badges', type: 'text', array: true })
  badges: string[];

  /** As its owner typed it. Comparisons use `emailKey`, which a pending account does not have. */
  @Column({ name: 'email', type: 'text', nullable: true })
  email: string | null;

  @Column({ name: 'email_key', type: 'text', nullable: true })
  emailKey: string | null;

  @Column({ name: 'email_verified_at', type: 'timestamptz', nullable: true })
  emailVerifiedAt: Date | null;

  /** When mail to the address first bounced; no more mail is sent. */
  @Column({ name: 'email_failed_at', type: 'timestamptz', nullable: true })
  emailFailedAt: Date | null;

  /** The language of mails to the account; null if unknown. */
  @Column({ name: 'language', type: 'text', nullable: true })
  language: Language | null;

  /** The deadline for confirming the address of a pending account; null for all others. */
  @Column({ name: 'pending_until', type: 'timestamptz', nullable: true })
  pendingUntil: Date | null;

  /** PHC string of argon2id; null when the account has no password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ name: 'standing', type: 'text' })
  standing: GivenStanding;

  @Column({ name: 'standing_until', type: 'timestamptz', nullable: true })
  standingUntil: Date | null;

  /** Raised by every change that others can see. */
  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
