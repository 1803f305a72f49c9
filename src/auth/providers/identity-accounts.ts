import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import type { Language } from '../../text/plain/languages.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { AuthorPages } from '../../users/accounts/author-pages.js';
import { ClaimedAccountsRepository } from '../../users/accounts/claimed-accounts.repository.js';
import { EmailTaken, NameTaken } from '../../users/viewer/users.errors.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { ClaimedProfile } from './claimed-profile.js';
import { ClaimedRoles, type RoleCeiling } from './claimed-roles.js';
import { shownName, usernamesFor } from './free-names.js';
import {
  type Claimed,
  IdentitiesRepository,
  type Identity,
  IdentityIsKnown,
} from './identities.repository.js';

/** A user who signs in by another site, with its claims. */
export interface Arrival extends Identity {
  profile: ClaimedProfile;
  issuedAt: number | null;
  /** Whether the site updates the profile, or only fills it in for a new account. */
  keepsProfile: boolean;
  ceiling: RoleCeiling;
  /** The preferred language of the browser, for mails to a new account. */
  language: Language;
}

type Names = { username: string; displayName: string | null; email: string | null };

/**
 * The accounts of users who sign in by another site. They are identified by issuer and subject,
 * never by an address.
 */
@Injectable()
export class IdentityAccounts {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly users: UsersRepository,
    private readonly claimed: ClaimedAccountsRepository,
    private readonly roles: ClaimedRoles,
    private readonly pages: AuthorPages,
    private readonly signals: SignalLog,
    private readonly acts: Acts,
  ) {}

  /**
   * The account of an identity. It is created at the first sign-in, and updated by newer claims.
   * @returns its id
   */
  async admit(arrival: Arrival): Promise<string> {
    const known = await this.identities.findUserId(arrival);
    if (known === null) return this.make(arrival);
    if (arrival.keepsProfile && arrival.issuedAt !== null) await this.update(known, arrival);
    return known;
  }

  /**
   * Takes the first free name of all candidates. An address that another account has stays with
   * that account.
   */
  private async make(arrival: Arrival): Promise<string> {
    let { email } = arrival.profile;
    let shown = shownName(arrival.profile);
    const names = usernamesFor(arrival.profile);
    for (let next = names.next(); !next.done;) {
      const account: Names = { username: next.value, displayName: shown, email };
      try {
        return await this.acts.run((act) => this.insert(act, account, arrival));
      } catch (error) {
        if (error instanceof IdentityIsKnown) return this.admit(arrival);
        if (error instanceof EmailTaken && email !== null) email = null;
        else if (isOfDisplayName(error) && shown !== null) shown = null;
        else if (error instanceof NameTaken) next = names.next();
        else throw error;
      }
    }
    throw new TemporarilyUnavailable();
  }

  private async insert(
    act: Act,
    { username, displayName, email }: Names,
    { issuer, subject, profile, issuedAt, keepsProfile, ceiling, language }: Arrival,
  ): Promise<string> {
    const member = { username, displayName: displayName ?? username, role: 'member' as const };
    const { id } = await this.users.insertMember(act, {
      ...member,
      email: null,
      passwordHash: null,
      language,
    });
    const { avatarUrl, badges } = profile;
    await this.claimed.change(act, id, {
      email: email ?? undefined,
      avatarUrl: avatarUrl ?? undefined,
      badges: badges ?? undefined,
    });
    const said: Claimed | null = keepsProfile ? { profile, issuedAt } : null;
    await this.identities.insert(act, { issuer, subject }, id, said);
    if (profile.role) await this.roles.give(act, id, profile.role, ceiling);
    return id;
  }

  /** A claim that conflicts with another account is ignored; the others are applied. */
  private async update(userId: string, arrival: Arrival): Promise<void> {
    const without = new Set<keyof ClaimedProfile>();
    for (;;) {
      try {
        return await this.acts.run((act) => this.takeNews(act, userId, arrival, without));
      } catch (error) {
        if (error instanceof NameTaken && !without.has('displayName')) without.add('displayName');
        else if (error instanceof EmailTaken && !without.has('email')) without.add('email');
        else throw error;
      }
    }
  }

  /**
   * Applies a claim only if it differs from the last one of the site, so that later changes by
   * moderators or the user are kept.
   */
  private async takeNews(
    act: Act,
    userId: string,
    { issuer, subject, profile, issuedAt, ceiling }: Arrival,
    without: ReadonlySet<keyof ClaimedProfile>,
  ): Promise<void> {
    const claimed = { profile, issuedAt };
    const former = await this.identities.takeClaims(act, { issuer, subject }, claimed);
    if (!former) return;
    const news = <Key extends keyof ClaimedProfile>(key: Key): ClaimedProfile[Key] =>
      JSON.stringify(profile[key]) === JSON.stringify(former[key]) ? null : profile[key];
    const role = news('role');
    const isOther = role !== null && (await this.roles.give(act, userId, role, ceiling));
    const { email, avatarUrl, badges } = {
      email: news('email'),
      avatarUrl: news('avatarUrl'),
      badges: news('badges'),
    };
    await this.claimed.change(act, userId, {
      // The former address no longer belongs to the user, even if the new one belongs to another
      // account.
      email: email === null ? undefined : without.has('email') ? null : email,
      avatarUrl: avatarUrl ?? undefined,
      badges: badges ?? undefined,
    });
    const displayName =
      news('displayName') === null || without.has('displayName') ? null : shownName(profile);
    if (displayName !== null) await this.users.changeProfile(act, userId, { displayName });
    if (!isOther && displayName === null && avatarUrl === null && badges === null) return;
    await this.pages.showAnew(act, userId);
    await this.signals.append(act, { type: 'user.changed', userId });
  }
}

function isOfDisplayName(error: unknown): boolean {
  return error instanceof NameTaken && error.errors[0].pointer === '/displayName';
}
