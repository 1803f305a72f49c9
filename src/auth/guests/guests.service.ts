import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { Settings } from '../../settings/settings.js';
import { UsersService } from '../../users/accounts/users.service.js';
import { AuthService, type SignedIn } from '../identity/auth.service.js';
import { SignInWayNotFound } from '../providers/providers.errors.js';
import { Terms } from '../terms/terms.js';
import type { GuestDto } from './guests.dto.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** Guests: readers without an account who write under a name. Each has a row and a session. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly auth: AuthService,
    private readonly settings: Settings,
    private readonly terms: Terms,
    private readonly acts: Acts,
  ) {}

  /**
   * @throws SignInWayNotFound when the site has turned guests off
   * @throws InvalidInput for a reserved name
   * @throws NameTaken
   */
  async begin({ displayName, termsVersion }: GuestDto, device: string | null): Promise<SignedIn> {
    if ((await this.settings.current()).guests === 'off') throw new SignInWayNotFound();
    if (termsVersion !== undefined) await this.terms.assertCurrent(termsVersion, '/termsVersion');
    const [guest, session] = await this.acts.run(async (act) => {
      const made = await this.users.createGuest(act, displayName);
      if (termsVersion !== undefined) await this.terms.accept(act, made.id, termsVersion);
      return [made, await this.sessions.open(act, made.id, device)] as const;
    });
    return this.auth.signedIn(guest, session);
  }
}
