import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../input/paging.js';

/** A session as its owner sees it. */
export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Browser and system as they named themselves at the sign-in; null if unknown.',
    example: 'Firefox on Linux',
  })
  device: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({
    format: 'date-time',
    description: 'When its tokens were last refreshed, which a session in use does each half hour.',
  })
  lastUsedAt: string;

  @ApiProperty({ format: 'date-time', description: 'When it ends, whatever is done with it.' })
  expiresAt: string;

  @ApiProperty({ description: 'Whether it was opened by two factors, or a code was given since.' })
  secondFactor: boolean;

  @ApiProperty({ description: 'Whether it is the one that asks.' })
  current: boolean;
}

export class SessionsView extends PageOf(SessionView) {}
