import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FIELD_RULES } from './field-rules.js';

class FieldFaultView {
  @ApiProperty({ description: 'A JSON pointer into the body, or ?name for the query.' })
  pointer: string;

  @ApiPropertyOptional({
    enum: [...FIELD_RULES],
    description: 'The name of the broken rule, if it is a rule for texts of users.',
  })
  rule?: string;

  @ApiProperty()
  detail: string;
}

export class SiteTermsView {
  @ApiProperty({ type: 'string' })
  version: string;

  @ApiProperty({ type: 'string', description: 'The URL of the terms.' })
  url: string;
}

/** A problem document (RFC 9457). */
export class ProblemView {
  @ApiProperty({
    description: 'A URI reference that identifies the problem; docs/problems.md explains each.',
  })
  type: string;

  @ApiProperty({ description: 'The same for all problems of a type.' })
  title: string;

  @ApiProperty({ type: 'integer' })
  status: number;

  @ApiPropertyOptional({ description: 'An explanation of this occurrence.' })
  detail?: string;

  @ApiPropertyOptional({
    format: 'uri',
    description: 'This occurrence: `urn:uuid:` and the id of the request.',
  })
  instance?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Also the header `X-Request-Id`.' })
  requestId?: string;

  @ApiPropertyOptional({ type: [FieldFaultView] })
  errors?: readonly FieldFaultView[];

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When the refusal ends, if it ends by itself.',
  })
  until?: string;

  @ApiPropertyOptional({
    description: 'For `second-factor-required`: the challenge for the second step of the sign-in.',
  })
  challenge?: string;

  @ApiPropertyOptional({
    type: SiteTermsView,
    description: 'For `terms-not-accepted`: the current terms.',
  })
  terms?: SiteTermsView;

  @ApiPropertyOptional({
    description: 'For 429: the name of the limit in docs/limits.md.',
  })
  limit?: string;
}
