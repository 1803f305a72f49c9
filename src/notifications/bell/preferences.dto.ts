import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, FlagField, ObjectField } from '../../input/fields.js';
import type {
  CasePreference,
  KindPreference,
  MailTime,
  Preferences,
} from './notification-kinds.js';
import { CASE_MAIL_TIMES, MAIL_TIMES } from './notification-kinds.js';

export class ChangeKindDto {
  @FlagField({ optional: true, description: 'Whether it is listed and sent over the socket.' })
  bell?: boolean;

  @ChoiceField(MAIL_TIMES, { optional: true })
  mail?: MailTime;
}

export class ChangeCaseKindDto {
  @ChoiceField(CASE_MAIL_TIMES)
  mail: CasePreference['mail'];
}

const KIND = { optional: true };

export class ChangePreferencesDto implements Partial<
  Record<keyof Preferences, ChangeKindDto | ChangeCaseKindDto>
> {
  @ObjectField(() => ChangeKindDto, { ...KIND, description: 'Replies to your comments.' })
  reply?: ChangeKindDto;

  @ObjectField(() => ChangeKindDto, { ...KIND, description: 'Comments that mention you.' })
  mention?: ChangeKindDto;

  @ObjectField(() => ChangeKindDto, { ...KIND, description: 'Comments on posts that you follow.' })
  followed?: ChangeKindDto;

  @ObjectField(() => ChangeKindDto, { ...KIND, description: 'Decisions of moderation about you.' })
  decision?: ChangeKindDto;

  @ObjectField(() => ChangeKindDto, { ...KIND, description: 'Updates that your comments led to.' })
  correction?: ChangeKindDto;

  @ObjectField(() => ChangeCaseKindDto, { ...KIND, description: 'For staff: held comments.' })
  held?: ChangeCaseKindDto;

  @ObjectField(() => ChangeCaseKindDto, { ...KIND, description: 'For staff: reported comments.' })
  reported?: ChangeCaseKindDto;

  @ObjectField(() => ChangeCaseKindDto, { ...KIND, description: 'For staff: legal notices.' })
  notice?: ChangeCaseKindDto;
}

class KindPreferenceView implements KindPreference {
  @ApiProperty({ description: 'Whether it is listed and sent over the socket.' })
  bell: boolean;

  @ApiProperty({ enum: [...MAIL_TIMES] })
  mail: MailTime;
}

class CasePreferenceView implements CasePreference {
  @ApiProperty({ enum: [...CASE_MAIL_TIMES] })
  mail: CasePreference['mail'];
}

/** Only staff have these preferences. */
const OF_STAFF = { type: CasePreferenceView, required: false, description: 'For staff.' };

export class PreferencesView implements Preferences {
  @ApiProperty({ type: KindPreferenceView })
  reply: KindPreferenceView;

  @ApiProperty({ type: KindPreferenceView })
  mention: KindPreferenceView;

  @ApiProperty({ type: KindPreferenceView })
  followed: KindPreferenceView;

  @ApiProperty({ type: KindPreferenceView })
  decision: KindPreferenceView;

  @ApiProperty({ type: KindPreferenceView })
  correction: KindPreferenceView;
  @ApiProperty(OF_STAFF)
  held?: CasePreferenceView;

  @ApiProperty(OF_STAFF)
  reported?: CasePreferenceView;

  @ApiProperty(OF_STAFF)
  notice?: CasePreferenceView;
}
