import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../input/paging.js';
import { PrivateRead } from '../../input/answer-decorators.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { OwnData } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { OwnDecisionListView } from './statements.dto.js';
import { StatementsService } from './statements.service.js';

@ApiTags('users')
@Controller('api/v1/users/me/decisions')
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  @Get()
  @OwnData()
  @ApiOperation({
    summary: 'List your statements of reasons',
    description:
      'The decisions of moderators about you, and their reasons. A decision appears a minute after it was made.',
  })
  @PrivateRead(OwnDecisionListView)
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<OwnDecisionListView> {
    return this.statements.listOwn(member, query);
  }
}
