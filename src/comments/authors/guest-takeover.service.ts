import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { AuthService } from '../../auth/identity/auth.service.js';
import { InvalidToken, SessionEnded, TokenExpired } from '../../auth/sessions/sessions.errors.js';
import { SessionsService } from '../../auth/sessions/sessions.service.js';
import { Settings } from '../../settings/settings.js';
import { Authority } from '../../users/accounts/authority.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { TakenOverView } from './authors.dto.js';
import { AccountSanctioned, GuestSanctioned, GuestSessionEnded } from './authors.errors.js';
import { assertConfirmed } from '../shape/comment-permissions.js';
import { Authorship } from './authorship.js';

/** Transfers the comments of a guest to the account of the same person. */
@Injectable()
export class GuestTakeoverService {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly users: UsersRepository,
    private readonly authority: Authority,
    private readonly authorship: Authorship,
    private readonly settings: Settings,
    private readonly acts: Acts,
  ) {}

  /**
   * Ends the guest. A comment that the guest writes at the same moment stays with the guest.
   * @param token the access token of the guest session, the only proof of who the guest was
   * @throws EmailUnconfirmed if the account may not write comments of its own yet
   * @throws AccountSanctioned
   * @throws GuestSessionEnded
   * @throws GuestSanctioned
   */
  async takeOver(member: Member, token: string): Promise<TakenOverView> {
    const guest = await this.guestOf(token);
    return this.acts.run(async (act) => {
      // A ban locks the guest before its sessions, so one of the two transactions sees the result
      // of the other.
      await this.users.lock(act, guest.id);
      await this.assertMayPublish(act, member);
      const ended = await this.sessions.endLast(act, guest.sessionId, guest.id);
      const { standing } = await this.users.getAuthority(act, guest.id);
      if (standing !== 'active') throw new GuestSanctioned();
      const comments = ended && (await this.authorship.takeOver(act, guest.id, member.id));
      if (typeof comments !== 'number') throw new GuestSessionEnded();
      // Invalidates the version of the guest that a moderator may have read.
      await this.users.outdate(act, guest.id);
      return { comments };
    });
  }

  /**
   * The comments of a guest are public, so an account must not claim any that it could not publish
   * itself.
   */
  private async assertMayPublish(act: Act, member: Member): Promise<void> {
    const { standing } = await this.authority.confirm(act, member, 'signed-in');
    if (standing !== 'active') throw new AccountSanctioned();
    assertConfirmed(member, await this.settings.current());
  }

  private async guestOf(token: string): Promise<Member> {
    try {
      const holder = await this.auth.authenticate(token);
      if (holder.guest) return holder;
    } catch (error) {
      const proves = ![InvalidToken, SessionEnded, TokenExpired].some((no) => error instanceof no);
      if (proves) throw error;
    }
    throw new GuestSessionEnded();
  }
}
