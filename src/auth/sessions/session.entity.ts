import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sign-in: a family of refresh tokens, of which one generation is current. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'generation', type: 'integer' })
  generation: number;

  @Column({ name: 'salt', type: 'bytea' })
  salt: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz', insert: false })
  createdAt: Date;

  @Column({ name: 'rotated_at', type: 'timestamptz', insert: false })
  rotatedAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ name: 'revoked_because', type: 'text', nullable: true })
  revokedBecause: string | null;
}
