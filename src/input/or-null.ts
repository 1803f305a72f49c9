import { ApiProperty } from '@nestjs/swagger';

/** A field of an answer that may be null: the type that TypeScript leaves in the code says nothing of it then. */
export function OrNull(
  kind: 'string' | 'uuid' | 'date-time' | 'integer',
  description?: string,
): PropertyDecorator {
  if (kind === 'integer') return ApiProperty({ type: kind, nullable: true, description });
  const format = kind === 'string' ? undefined : kind;
  return ApiProperty({ type: 'string', format, nullable: true, description });
}
