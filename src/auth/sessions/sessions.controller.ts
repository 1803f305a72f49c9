import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentIdempotencyKey, type IdempotencyKey } from '../../acts/idempotency-key.js';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Id } from '../../input/id.js';
import { PageQuery } from '../../input/paging.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { OwnData, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { SessionsView } from './sessions.dto.js';
import { SessionNotFound } from './sessions.errors.js';
import { SessionsService } from './sessions.service.js';

/** The sessions of the caller. */
@ApiTags('users')
@Controller('api/v1/users/me/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @OwnData()
  @ApiOperation({
    summary: 'List your sessions',
    description: 'Your active sessions, newest sign-in first.',
  })
  @PrivateRead(SessionsView, 'no-store')
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<SessionsView> {
    return this.sessions.list(member, query);
  }

  @Delete()
  @Private()
  @ApiOperation({
    summary: 'End your other sessions',
    description:
      'Ends all sessions except the current one, invalidates their tokens and closes their sockets.',
  })
  @Answers(204)
  endOthers(
    @CurrentMember() member: Member,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<void>> {
    return this.sessions.endOthers(member, idempotencyKey);
  }

  @Delete(':id')
  @Private()
  @ApiOperation({
    summary: 'End one of your sessions',
    description: 'Invalidates its tokens and closes its sockets.',
  })
  @Answers(204)
  end(
    @CurrentMember() member: Member,
    @Id(SessionNotFound) id: string,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<void>> {
    return this.sessions.endOwn(member, id, idempotencyKey);
  }
}
