import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import { Acts } from '../../acts/acts.js';
import { Retention } from '../../events/retention.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { InvalidRefreshToken, RefreshTokenReused, SessionEnded } from './sessions.errors.js';
import { readRefreshToken, RefreshTokens } from './refresh-tokens.js';
import { type Revocation, type SessionState, SessionsRepository } from './sessions.repository.js';

/** A session as its holder may go on with it. */
export interface OpenSession {
  id: string;
  userId: string;
  refreshToken: string;
}

const FIRST_GENERATION = 1;
const SALT_BYTES = 16;

/** Sessions: opened by signing in, kept alive by rotating their refresh token, revoked. */
@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: RefreshTokens,
    private readonly acts: Acts,
    private readonly signals: SignalLog,
    private readonly retention: Retention,
  ) {}

  /** One that has expired proves nothing any more, whatever is presented. */
  onModuleInit(): void {
    this.retention.alsoRows('sessions', { table: 'sessions', by: 'expires_at' });
  }

  async open(tx: Tx, userId: string): Promise<OpenSession> {
    const family = { id: newId(), salt: randomBytes(SALT_BYTES) };
    await this.sessions.insert(tx, { ...family, userId, generation: FIRST_GENERATION });
    return { id: family.id, userId, refreshToken: this.tokens.derive(family, FIRST_GENERATION) };
  }

  /**
   * Takes a refresh token, once, and gives its successor. The same token again within seconds gets
   * the same successor, as long as that is unused: a lost answer must not end a session. Any older
   * token has two holders, so its whole family is revoked.
   * @throws InvalidRefreshToken
   * @throws SessionEnded
   * @throws RefreshTokenReused
   */
  async rotate(token: string): Promise<OpenSession> {
    const presented = readRefreshToken(token);
    const session = presented && (await this.sessions.find(presented.sessionId));
    if (!session || !this.tokens.proves(presented, session)) throw new InvalidRefreshToken();
    const { generation } = presented;
    if (!(await this.sessions.rotate(session.id, generation))) {
      await this.assertRepeated(session.id, generation);
    }
    const refreshToken = this.tokens.derive(session, generation + 1);
    return { id: session.id, userId: session.userId, refreshToken };
  }

  /** Ends a session and tells every node; ending it again changes nothing. */
  async revoke(id: string, userId: string, because: Revocation): Promise<void> {
    await this.acts.run(async (act) => {
      if (!(await this.sessions.revoke(act, id, because))) return;
      await this.signals.append(act, { type: 'session.revoked', userId, sessionId: id });
    });
  }

  private async assertRepeated(id: string, generation: number): Promise<void> {
    const session: SessionState | null = await this.sessions.find(id);
    if (!session || session.ended) throw new SessionEnded();
    if (session.generation === generation + 1 && session.justRotated) return;
    await this.revoke(id, session.userId, 'reuse');
    throw new RefreshTokenReused();
  }
}
