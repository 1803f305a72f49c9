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
    description:
      'How easily reports hide a comment until a moderator has looked; `disabled`: never.',
  })
  flagSensitivity?: Sensitivity;

  @IntegerField(SETTING_RANGES.hideScore, {
    optional: true,
    description: 'What reports must weigh to hide at `low`; one of a new member weighs 2.',
  })
  hideScore?: number;

  @IntegerField(SETTING_RANGES.holdFirstComments, {
    optional: true,
    description:
      'An account with fewer published comments than this waits for a moderator; 0: nobody does.',
  })
  holdFirstComments?: number;

  @FlagField({
    optional: true,
    description: 'Whether nothing is taken that others would see; administrators may still act.',
  })
  readOnly?: boolean;

  @FlagField({
    optional: true,
    description:
      'Whether an account begins with the confirmation of its e-mail address: registration answers 202, also for an address that has an account.',
  })
  confirmEmails?: boolean;

  @FlagField({
    optional: true,
    description: 'Whether an account may comment whose e-mail address is not confirmed.',
  })
  unconfirmedMayComment?: boolean;

  @FlagField({
    optional: true,
    description:
      'Whether moderators and administrators act as such only in sessions that were opened by two factors; until then they are as members.',
  })
  staffSecondFactor?: boolean;

  @ChoiceField(GUEST_RULES, {
    optional: true,
    description:
      'Whether readers without an account may write under a name: `off`, `held` until a moderator has read it, or `open`.',
  })
  guests?: GuestRule;

  @CheckedField((text) => (isTermsVersion(text) ? null : { detail: TERMS_VERSION_RULE }), {
    optional: true,
    description:
      'What the present version of the terms is called, such as `2026-11`. Every other one is to be accepted anew before somebody writes. Empty: there are none.',
  })
  termsVersion?: string;

  @CheckedField((text) => (isTermsUrl(text) ? null : { detail: TERMS_URL_RULE }), {
    optional: true,
    description: 'Where the terms can be read. Empty: there are none.',
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
