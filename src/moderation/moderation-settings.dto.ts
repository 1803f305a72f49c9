import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IntegerField } from '../input/fields.js';
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
}

export class ModerationSettingsView {
  @ApiProperty({ enum: [...SENSITIVITIES] })
  flagSensitivity: Sensitivity;

  @ApiProperty()
  hideScore: number;
}
