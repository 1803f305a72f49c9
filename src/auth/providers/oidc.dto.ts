import { ApiProperty } from '@nestjs/swagger';
import { CheckedField, ChoiceField } from '../../input/fields.js';

export class StartOidcQuery {
  @CheckedField(() => null, {
    description:
      'The origin of the page that opens the window: one of `SITE_ORIGINS`, or that of the service.',
    example: 'https://www.example.org',
  })
  origin: string;

  @ChoiceField(['link'], {
    optional: true,
    description:
      'For linking: the window returns a proof for `POST /auth/oidc/link`, and signs nobody in.',
  })
  purpose?: 'link';
}

export class LinkIdentityDto {
  @CheckedField(() => null, { description: 'The proof from the sign-in window.' })
  proof: string;

  @CheckedField(() => null, {
    optional: true,
    description: 'The current password. Omitted if the account has none.',
  })
  current?: string;
}

export class OidcProviderView {
  @ApiProperty({ description: 'Its name in URLs.' })
  id: string;

  @ApiProperty({ description: 'Its display name.' })
  name: string;
}

export class OidcProvidersView {
  @ApiProperty({ type: [OidcProviderView] })
  items: OidcProviderView[];
}
