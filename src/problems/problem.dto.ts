import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FIELD_RULES } from './field-rules.js';

class FieldFaultView {
  @ApiProperty({ description: 'A JSON pointer into the body, or ?name for the query.' })
  pointer: string;

  @ApiPropertyOptional({
    enum: [...FIELD_RULES],
    description: 'The rule that was broken, where it is one for what people write.',
  })
  rule?: string;

  @ApiProperty()
  detail: string;
}

export class SiteTermsView {
  @ApiProperty({ type: 'string' })
  version: string;

  @ApiProperty({ type: 'string', description: 'Where they can be read.' })
  url: string;
}

/** A problem document (RFC 9457). */
export class ProblemView {
  @ApiProperty({
    description: 'A reference that tells problems apart; docs/problems.md explains each.',
  })
  type: string;

  @ApiProperty({ description: 'The same for all of a type.' })
  title: string;

  @ApiProperty({ type: 'integer' })
  status: number;

  @ApiPropertyOptional({ description: 'About this occurrence.' })
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
    description: 'When a refusal ends that ends by itself.',
  })
  until?: string;

  @ApiPropertyOptional({
    description: 'Of `second-factor-required`: what the second step of the sign-in takes.',
  })
  challenge?: string;

  @ApiPropertyOptional({
    type: SiteTermsView,
    description: 'Of `terms-not-accepted`: the terms as they are now.',
  })
  terms?: SiteTermsView;

  @ApiPropertyOptional({
    description: 'Of 429: the limit that was reached, by its name in docs/limits.md.',
  })
  limit?: string;
}
