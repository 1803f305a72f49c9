import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Asker, CurrentAsker } from '../viewer/asker.js';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { PageQuery } from '../../input/paging.js';
import { CurrentMember } from '../viewer/current-viewer.js';
import { IgnoredUsersService } from './ignored-users.service.js';
import { Private } from '../viewer/policy.js';
import { IgnoredUserListView, UserView } from '../accounts/users.dto.js';
import type { Member } from '../viewer/viewer.js';

@ApiTags('users')
@Controller('api/v1/users/me/ignored')
export class IgnoredUsersController {
  constructor(private readonly ignored: IgnoredUsersService) {}

  @Get()
  @Private()
  @ApiOperation({
    summary: 'List your ignored accounts',
    description: 'At most 1,000 accounts. A page reads the list once and hides their comments.',
  })
  @PrivateRead(IgnoredUserListView)
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<IgnoredUserListView> {
    return this.ignored.list(member, query);
  }

  @Put(':username')
  @Private()
  @ApiOperation({
    operationId: 'ignoredUsersAdd',
    summary: 'Ignore an account',
    description:
      'Its comments are hidden for you, and neither of you is notified of comments of the other. Nobody else learns of it.',
  })
  @Answers(200, UserView)
  ignore(
    @CurrentAsker() member: Asker,
    @Param('username') username: string,
  ): Promise<Answer<UserView>> {
    return this.ignored.ignore(member, username);
  }

  @Delete(':username')
  @Private()
  @ApiOperation({
    operationId: 'ignoredUsersRemove',
    summary: 'Stop ignoring an account',
    description: 'Succeeds also if the account was not ignored or does not exist.',
  })
  @Answers(204)
  readAgain(
    @CurrentAsker() member: Asker,
    @Param('username') username: string,
  ): Promise<Answer<void>> {
    return this.ignored.readAgain(member, username);
  }
}
