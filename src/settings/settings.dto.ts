import { ApiProperty } from '@nestjs/swagger';
import { SENSITIVITIES, type Sensitivity, SETTING_RANGES } from '../config/fixed-settings.js';
import { ChoiceField, IntegerField } from '../input/fields.js';

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
}

export class ModerationSettingsView {
  @ApiProperty({ enum: [...SENSITIVITIES] })
  flagSensitivity: Sensitivity;

  @ApiProperty()
  hideScore: number;

  @ApiProperty({ type: 'integer' })
  holdFirstComments: number;
}
