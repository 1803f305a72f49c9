import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import type { Caller } from '../../input/caller-gone.js';
import type { Member } from '../../users/viewer/viewer.js';
import { ConfirmedMember } from '../identity/confirmed-member.js';
import { IdentitiesRepository } from './identities.repository.js';
import type { LinksView } from './links.dto.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { LastWayIn, LinkNotFound, SiteOfOrigin } from './providers.errors.js';

/** The linked sites of an account: listed and unlinked. */
@Injectable()
export class Links {
  /** The configured sites by their issuers, with their display names. */
  private readonly names: ReadonlyMap<string, string>;
  private readonly hasPasskeys: boolean;

  constructor(
    private readonly links: IdentitiesRepository,
    private readonly confirmed: ConfirmedMember,
    private readonly sessions: SessionsService,
    { oidc, sso, hasPasskeys }: AppConfig,
  ) {
    this.hasPasskeys = hasPasskeys;
    const known = oidc.map(({ issuer, name }) => [issuer, name] as const);
    if (sso) known.push([sso.issuer, hostOf(sso.issuer)]);
    this.names = new Map(known);
  }

  async list({ id }: Member): Promise<LinksView> {
    const links = await this.links.list(id);
    return {
      items: links.map(({ issuer, ...link }) => ({ ...link, name: this.nameOf(issuer) })),
    };
  }

  /**
   * Unlinks a site. A later sign-in from it creates another account. The site that created the
   * account cannot be unlinked: otherwise a suspended user could come from it with a new account.
   * @throws LinkNotFound
   * @throws SiteOfOrigin
   * @throws LastWayIn
   * @throws what `ConfirmedMember.changeWholly` does
   */
  async remove(
    member: Member,
    id: string,
    current: string | undefined,
    caller: Caller,
  ): Promise<void> {
    await this.confirmed.changeWholly(member, current, caller, async (act) => {
      const link = await this.links.find(act, member.id, id);
      if (!link) throw new LinkNotFound();
      if (link.origin) throw new SiteOfOrigin();
      await this.links.remove(act, id);
      const issuers = [...this.names.keys()];
      if (!(await this.links.hasWayIn(act, member.id, this.hasPasskeys, issuers))) {
        throw new LastWayIn();
      }
      // Another person may have signed in by that site, so all other sessions end.
      await this.sessions.revokeAll(act, member.id, 'password', member.sessionId);
    });
  }

  /** A provider that is no longer configured is named by its host. */
  private nameOf(issuer: string): string {
    return this.names.get(issuer) ?? hostOf(issuer);
  }
}

function hostOf(issuer: string): string {
  return (URL.canParse(issuer) && new URL(issuer).host) || issuer;
}
