import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../input/paging.js';

/** A session in the form for its owner. */
export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Browser and operating system, from the `User-Agent` of the sign-in; null if unknown.',
    example: 'Firefox on Linux',
  })
  device: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({
    format: 'date-time',
    description:
      'When its tokens were last refreshed. A session in use refreshes them every 30 minutes.',
  })
  lastUsedAt: string;

  @ApiProperty({ format: 'date-time', description: 'When it expires, regardless of its use.' })
  expiresAt: string;

  @ApiProperty({
    description: 'Whether it has two factors, from the sign-in or from a later step-up.',
  })
  secondFactor: boolean;

  @ApiProperty({ description: 'Whether it is the current session.' })
  current: boolean;
}

export class SessionsView extends PageOf(SessionView) {}
