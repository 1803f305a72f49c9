import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IntegerField } from '../../input/fields.js';
import { SENSITIVITIES, type Sensitivity } from './flag-scoring.js';

export class ChangeModerationSettingsDto {
  @ChoiceField(SENSITIVITIES, {
    optional: true,
    description:
      'How easily reports hide a comment until a moderator has looked; `disabled`: never.',
  })
  flagSensitivity?: Sensitivity;

  @IntegerField(
    { min: 4, max: 1_000 },
    {
      optional: true,
      description: 'What reports must weigh to hide at `low`; one of a new member weighs 2.',
    },
  )
  hideScore?: number;

  @IntegerField(
    { min: 0, max: 100 },
    {
      optional: true,
      description:
        'An account with fewer published comments than this waits for a moderator; 0: nobody does.',
    },
  )
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
