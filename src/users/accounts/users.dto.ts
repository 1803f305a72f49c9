import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { ChoiceField, NameField, TextField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { type Language, LANGUAGES } from '../../text/plain/languages.js';
import { USER_KINDS, type UserKind } from './user.entity.js';
import { type GivenStanding, type Role, ROLES } from '../viewer/viewer.js';

const MAX_BIO_LENGTH = 500; // characters: a paragraph, not a page

/** A user or an author, the same everywhere. */
export class UserView {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;

  @OrNull('string', 'Null for guests and for imported authors.')
  username: string | null;

  @ApiProperty({ type: 'string' })
  displayName: string;

  @OrNull('string')
  avatarUrl: string | null;

  @ApiProperty({ type: 'string', enum: [...ROLES] })
  role: Role;

  @ApiProperty({ type: 'string', enum: [...USER_KINDS] })
  kind: UserKind;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    maxItems: 5,
    description: 'Short texts from the site that created the account, such as "Subscriber".',
  })
  badges: string[];
}

export class IgnoredUserListView extends PageOf(UserView) {}

/** An account as everybody may read it. */
export class ProfileView extends UserView {
  @ApiProperty({ type: 'string' })
  bio: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  createdAt: string;
}

/** An account as its owner reads it. */
export class MeView extends ProfileView {
  @OrNull('string')
  email: string | null;

  @ApiProperty({
    type: 'boolean',
    description: 'Whether the address was confirmed by a mailed link.',
  })
  emailVerified: boolean;

  @ApiProperty({
    type: 'boolean',
    description:
      'Whether mail to the address bounced. No more mail is sent until the address is changed or confirmed again.',
  })
  emailUndeliverable: boolean;

  @ApiProperty({
    type: 'string',
    enum: [...LANGUAGES],
    description: 'The language of the mails to the account.',
  })
  language: Language;

  @ApiProperty({ type: 'string', enum: ['active', 'premoderated', 'suspended', 'banned'] })
  standing: GivenStanding;

  @OrNull('date-time', 'When a suspension ends.')
  standingUntil: string | null;
}

export class ChangeMeDto {
  @NameField({
    optional: true,
    description: 'At most 40 characters. It must not look like the name of another account.',
    example: 'Анна К.',
  })
  displayName?: string;

  @TextField(
    { maxGraphemes: MAX_BIO_LENGTH, multiline: true },
    { optional: true, description: 'Shown on the profile.' },
  )
  bio?: string;

  @ChoiceField(LANGUAGES, {
    optional: true,
    description: 'The language of the mails to the account.',
  })
  language?: Language;
}

export class SetRoleDto {
  @ChoiceField(ROLES)
  role: Role;
}
