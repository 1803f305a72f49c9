import { Module } from '@nestjs/common';
import { OutgoingModule } from '../outgoing/outgoing.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthModule } from './auth.module.js';
import { ClaimedRoles } from './providers/claimed-roles.js';
import { IdentitiesRepository } from './providers/identities.repository.js';
import { IdentityAccounts } from './providers/identity-accounts.js';
import { LinksController } from './providers/links.controller.js';
import { Links } from './providers/links.service.js';
import { OidcClients } from './providers/oidc-clients.js';
import { OidcController } from './providers/oidc.controller.js';
import { OidcSeals } from './providers/oidc-seals.js';
import { OidcService } from './providers/oidc.service.js';
import { OidcVisitCookie } from './providers/oidc-visit-cookie.js';
import { SsoController } from './providers/sso.controller.js';
import { SsoService } from './providers/sso.service.js';
import { SsoTokens } from './providers/sso-tokens.js';

/** Sign-in by other sites: single sign-on of the host site, and OpenID Connect. */
@Module({
  imports: [AuthModule, OutgoingModule, UsersModule],
  controllers: [LinksController, OidcController, SsoController],
  providers: [
    ClaimedRoles,
    IdentitiesRepository,
    IdentityAccounts,
    Links,
    OidcClients,
    OidcSeals,
    OidcService,
    OidcVisitCookie,
    SsoService,
    SsoTokens,
  ],
})
export class ProvidersModule {}
