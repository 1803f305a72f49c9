import { ApiProperty } from '@nestjs/swagger';

/** A nullable field of a response. The type metadata of TypeScript does not contain it. */
export function OrNull(
  kind: 'string' | 'uuid' | 'date-time' | 'integer',
  description?: string,
): PropertyDecorator {
  if (kind === 'integer') return ApiProperty({ type: kind, nullable: true, description });
  const format = kind === 'string' ? undefined : kind;
  return ApiProperty({ type: 'string', format, nullable: true, description });
}
