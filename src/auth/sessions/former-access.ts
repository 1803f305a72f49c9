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
   * Ends the sessions and drops the linked identities, and passkeys that were added by the password alone: an intruder
   * may have them. The identity that the account was made with is its owner's, and stays. Where no factor is left, the
   * session that asks is of one.
   * @param exceptSessionId the session that asks
   */
  async end(act: Act, userId: string, exceptSessionId: string | null = null): Promise<void> {
    await this.sessions.revokeAll(act, userId, 'password', exceptSessionId);
    await this.identities.drop(act, userId);
    await this.sessions.dropLostFactors(act, userId);
  }
}
