import { ApiProperty } from '@nestjs/swagger';
import { CheckedField, ChoiceField } from '../../input/fields.js';

export class StartOidcQuery {
  @CheckedField(() => null, {
    description:
      'The origin of the page that opens the window, of `SITE_ORIGINS` or the service itself.',
    example: 'https://www.example.org',
  })
  origin: string;

  @ChoiceField(['link'], {
    optional: true,
    description:
      'For an account that is signed in: nobody is signed in, and a proof is handed over.',
  })
  purpose?: 'link';
}

export class LinkIdentityDto {
  @CheckedField(() => null, { description: 'What the window has handed over.' })
  proof: string;

  @CheckedField(() => null, {
    optional: true,
    description: 'The password of the account. Left out where the account has none.',
  })
  current?: string;
}

export class OidcProviderView {
  @ApiProperty({ description: 'Its name in addresses.' })
  id: string;

  @ApiProperty({ description: 'Its name on a button.' })
  name: string;
}

export class OidcProvidersView {
  @ApiProperty({ type: [OidcProviderView] })
  items: OidcProviderView[];
}
