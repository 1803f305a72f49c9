import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { type Act, Acts } from '../../acts/acts.js';
import type { IdempotencyKey } from '../../acts/idempotency-key.js';
import { newId } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import { Retention } from '../../events/retention-job.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { type Answer, nothing } from '../../input/answer.js';
import type { PageQuery } from '../../input/paging.js';
import type { Member } from '../../users/viewer/viewer.js';
import { BOUNDS } from '../limits/bounds.js';
import { readRefreshToken, RefreshTokens } from './refresh-tokens.js';
import type { SessionsView } from './sessions.dto.js';
import {
  InvalidRefreshToken,
  RefreshTokenReused,
  SessionEnded,
  SessionNotFound,
} from './sessions.errors.js';
import { type Revocation, SessionsRepository, type SessionState } from './sessions.repository.js';

/** A session with its current refresh token. */
export interface OpenSession {
  id: string;
  userId: string;
  refreshToken: string;
  expiresAt: Date;
}

const FIRST_GENERATION = 1;
const SALT_BYTES = 16;
/** How long after a sign-in the sign-in methods can be changed without the password. */
const FRESH_SECONDS = 10 * 60;

/** Sessions: opened by signing in, refreshed by their tokens, listed and ended. */
@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: RefreshTokens,
    private readonly acts: Acts,
    private readonly signals: SignalLog,
    private readonly retention: Retention,
  ) {}

  /** An expired session is invalid with any token. */
  onModuleInit(): void {
    this.retention.alsoRows('sessions', { table: 'sessions', by: 'expires_at' });
  }

  /**
   * Opens a session. If the account has reached its limit, the oldest one ends.
   * @param device the description of the client
   * @param secondFactor whether it is opened by two factors
   */
  async open(
    act: Act,
    userId: string,
    device: string | null,
    secondFactor = false,
  ): Promise<OpenSession> {
    const family = { id: newId(), salt: randomBytes(SALT_BYTES) };
    const generation = FIRST_GENERATION;
    const begun = { ...family, userId, generation, device, secondFactor };
    const expiresAt = await this.sessions.insert(act, begun);
    if (await this.sessions.revokeBeyond(act, userId, BOUNDS.sessions.most)) {
      await this.signals.append(act, { type: 'user.changed', userId });
    }
    return {
      id: family.id,
      userId,
      refreshToken: this.tokens.derive(family, generation),
      expiresAt,
    };
  }

  /**
   * Rotates a refresh token. The same token gets the same successor again while that is unused, so
   * that a lost response does not end the session, however late it is retried. An older token has
   * two holders, so its session is ended.
   * @param restSeconds a token that is younger is returned unchanged
   * @throws InvalidRefreshToken
   * @throws SessionEnded
   * @throws RefreshTokenReused
   */
  async refresh(token: string, restSeconds: number): Promise<OpenSession> {
    const found = await this.find(token);
    if (!found) throw new InvalidRefreshToken();
    const { session, generation } = found;
    const current = (await this.sessions.rotate(session.id, generation, restSeconds))
      ? generation + 1
      : await this.findCurrent(session, generation);
    const { id, userId, expiresAt } = session;
    return { id, userId, refreshToken: this.tokens.derive(session, current), expiresAt };
  }

  /**
   * Continues the session of a token if it belongs to this account. A session of another account
   * ends. One of a guest does not, because the page may still claim its comments.
   * @param restSeconds a token that is younger is returned unchanged
   * @returns null when there is no session to continue
   */
  async goOn(userId: string, token: string, restSeconds: number): Promise<OpenSession | null> {
    const found = await this.find(token);
    if (!found) return null;
    const { session } = found;
    if (session.userId !== userId) {
      if (!(await this.sessions.isOfGuest(session.id)))
        await this.revoke(session.id, session.userId, 'logout');
      return null;
    }
    try {
      return await this.refresh(token, restSeconds);
    } catch (error) {
      if (error instanceof SessionEnded || error instanceof RefreshTokenReused) return null;
      throw error;
    }
  }

  /** Whether the sign-in of a member is fresh. */
  async isFresh({ sessionId }: Member): Promise<boolean> {
    return this.sessions.isYounger(sessionId, FRESH_SECONDS);
  }

  /**
   * Locks the current session, so that it cannot end before the transaction does.
   * @throws SessionEnded
   */
  async hold(act: Act, { id, sessionId }: Member): Promise<{ secondFactor: boolean }> {
    const session = await this.sessions.hold(act, id, sessionId);
    if (!session) throw new SessionEnded();
    return session;
  }

  /** Makes the session of a member count as one with two factors. */
  async addFactor(act: Act, { id, sessionId }: Member): Promise<void> {
    await this.sessions.setSecondFactor(act, id, sessionId, true);
  }

  /** Makes all sessions of an account count as sessions with one factor. */
  async dropFactors(act: Act, userId: string): Promise<void> {
    await this.sessions.setSecondFactor(act, userId, null, false);
  }

  /** The same, when the last factor besides the password was removed. */
  async dropLostFactors(act: Act, userId: string): Promise<void> {
    const some = await this.sessions.dropLostFactors(act, userId);
    if (some) await this.signals.append(act, { type: 'user.changed', userId });
  }

  /** The active sessions of a member, newest sign-in first. */
  async list(member: Member, query: PageQuery): Promise<SessionsView> {
    return newestFirst('s', query, (limit, beforeId) =>
      this.sessions.list(member, limit, beforeId),
    );
  }

  /** Ends a session and notifies every node. Ending it again changes nothing. */
  async revoke(id: string, userId: string, because: Revocation): Promise<void> {
    await this.acts.run((act) => this.end(act, id, userId, because));
  }

  /** Ends the session of a refresh token; does nothing for an invalid one. */
  async revokeByToken(token: string): Promise<void> {
    const found = await this.find(token);
    if (found) await this.revoke(found.session.id, found.session.userId, 'logout');
  }

  /** @throws SessionNotFound also for a session of somebody else, and for one that has ended */
  async endOwn(
    member: Member,
    id: string,
    idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<void>> {
    return this.acts.once(idempotencyKey, async (act) => {
      if (!(await this.end(act, id, member.id, 'logout'))) throw new SessionNotFound();
      return nothing;
    });
  }

  /** Ends all sessions of a member except the current one. */
  async endOthers(member: Member, idempotencyKey: IdempotencyKey | null): Promise<Answer<void>> {
    return this.acts.once(idempotencyKey, async (act) => {
      await this.revokeAll(act, member.id, 'logout', member.sessionId);
      return nothing;
    });
  }

  /**
   * Ends the sessions of an account in the transaction of the cause. One signal reports all of
   * them.
   */
  async revokeAll(
    act: Act,
    userId: string,
    because: Revocation,
    exceptId: string | null = null,
  ): Promise<void> {
    const some = await this.sessions.revokeAll(act, userId, because, exceptId);
    if (because === 'ban') await this.signals.append(act, { type: 'user.banned', userId });
    else if (some) await this.signals.append(act, { type: 'user.changed', userId });
  }

  /**
   * Ends a session, and with it the others of its holder.
   * @returns whether it was active: of several concurrent calls only one ends it
   */
  async endLast(act: Act, id: string, userId: string): Promise<boolean> {
    if (!(await this.end(act, id, userId, 'logout'))) return false;
    await this.revokeAll(act, userId, 'logout');
    return true;
  }

  private async end(act: Act, id: string, userId: string, because: Revocation): Promise<boolean> {
    if (!(await this.sessions.revoke(act, id, userId, because))) return false;
    await this.signals.append(act, { type: 'session.revoked', userId, sessionId: id });
    return true;
  }

  /** The session of a refresh token; null for an invalid token. */
  private async find(token: string): Promise<{ session: SessionState; generation: number } | null> {
    const presented = readRefreshToken(token);
    const session = presented && (await this.sessions.find(presented.sessionId));
    if (!session || !this.tokens.proves(presented, session)) return null;
    return { session, generation: presented.generation };
  }

  /**
   * The current generation, when another request has rotated the token that `presented` belongs to.
   * @throws SessionEnded
   * @throws RefreshTokenReused when more than one rotation has passed; the session is ended
   */
  private async findCurrent({ id }: SessionState, presented: number): Promise<number> {
    const session = await this.sessions.find(id);
    if (!session || session.ended) throw new SessionEnded();
    const { generation, userId } = session;
    if (generation <= presented) return presented;
    if (generation === presented + 1) return generation;
    await this.revoke(id, userId, 'reuse');
    throw new RefreshTokenReused();
  }
}
