import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { LinkedIdentitiesRepository } from './linked-identities.repository.js';
import { SessionsService } from './sessions.service.js';

/** Access to an account from before its password changed, or before it was taken back. */
@Injectable()
export class FormerAccess {
  constructor(
    private readonly sessions: SessionsService,
    private readonly identities: LinkedIdentitiesRepository,
  ) {}

  /**
   * Ends sessions and removes linked identities and passkeys that were added by the password alone,
   * because an intruder may have them. The identity that created the account belongs to its owner
   * and is kept. If no factor is left, the current session has one factor only.
   * @param exceptSessionId the current session, which is kept
   */
  async end(act: Act, userId: string, exceptSessionId: string | null = null): Promise<void> {
    await this.sessions.revokeAll(act, userId, 'password', exceptSessionId);
    await this.identities.drop(act, userId);
    await this.sessions.dropLostFactors(act, userId);
  }
}
