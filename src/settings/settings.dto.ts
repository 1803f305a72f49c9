import { ApiProperty } from '@nestjs/swagger';
import {
  GUEST_RULES,
  isTermsUrl,
  isTermsVersion,
  type GuestRule,
  SENSITIVITIES,
  type Sensitivity,
  SETTING_RANGES,
} from '../config/fixed-settings.js';
import { CheckedField, ChoiceField, FlagField, IntegerField } from '../input/fields.js';

const TERMS_VERSION_RULE = 'A version has at most 40 visible characters of ASCII.';
const TERMS_URL_RULE = 'Give an http or https address in ASCII of at most 2,000 characters.';

export class ChangeModerationSettingsDto {
  @ChoiceField(SENSITIVITIES, {
    optional: true,
    description: 'How easily reports hide a comment until a moderator decides; `disabled`: never.',
  })
  flagSensitivity?: Sensitivity;

  @IntegerField(SETTING_RANGES.hideScore, {
    optional: true,
    description:
      'The report weight that hides a comment at `low`. A report of a new member weighs 2.',
  })
  hideScore?: number;

  @IntegerField(SETTING_RANGES.holdFirstComments, {
    optional: true,
    description:
      'Comments of an account with fewer published comments than this are held; 0: none.',
  })
  holdFirstComments?: number;

  @FlagField({
    optional: true,
    description:
      'Whether all changes that others would see are refused. Administrators may still act.',
  })
  readOnly?: boolean;

  @FlagField({
    optional: true,
    description:
      'Whether an account starts with the confirmation of its e-mail address. Registration then answers 202, also for an address that has an account.',
  })
  confirmEmails?: boolean;

  @FlagField({
    optional: true,
    description: 'Whether an account without a confirmed e-mail address may comment.',
  })
  unconfirmedMayComment?: boolean;

  @FlagField({
    optional: true,
    description:
      'Whether moderators and administrators need a session with two factors to act as such. Otherwise they act as members.',
  })
  staffSecondFactor?: boolean;

  @ChoiceField(GUEST_RULES, {
    optional: true,
    description:
      'Whether readers without an account may write under a name: `off`; `held` until a moderator approves; or `open`.',
  })
  guests?: GuestRule;

  @CheckedField((text) => (isTermsVersion(text) ? null : { detail: TERMS_VERSION_RULE }), {
    optional: true,
    description:
      'The current version of the terms, such as `2026-11`. Writers must accept each new version. Empty: there are no terms.',
  })
  termsVersion?: string;

  @CheckedField((text) => (isTermsUrl(text) ? null : { detail: TERMS_URL_RULE }), {
    optional: true,
    description: 'The URL of the terms. Empty: there are no terms.',
  })
  termsUrl?: string;
}

export class ModerationSettingsView {
  @ApiProperty({ enum: [...SENSITIVITIES] })
  flagSensitivity: Sensitivity;

  @ApiProperty()
  hideScore: number;

  @ApiProperty({ type: 'integer' })
  holdFirstComments: number;

  @ApiProperty()
  readOnly: boolean;

  @ApiProperty()
  confirmEmails: boolean;

  @ApiProperty()
  unconfirmedMayComment: boolean;

  @ApiProperty()
  staffSecondFactor: boolean;

  @ApiProperty({ enum: [...GUEST_RULES] })
  guests: GuestRule;

  @ApiProperty()
  termsVersion: string;

  @ApiProperty()
  termsUrl: string;
}
