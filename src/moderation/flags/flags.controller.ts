import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { CallerAddress } from '../../input/connections/client-address.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { PageQuery } from '../../input/paging.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { OwnData, SignedIn } from '../../users/viewer/policy.js';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import type { Member } from '../../users/viewer/viewer.js';
import {
  FlagCommentDto,
  FlagUserDto,
  FlagView,
  MyFlagListView,
  UserFlagView,
} from './flags.dto.js';
import { FlagsService } from './flags.service.js';
import { Id } from '../../input/id.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';

@ApiTags('comments')
@Controller('api/v1/comments/:id/flags')
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  @Post()
  @ApiOperation({
    summary: 'Report a comment',
    description: 'Only moderators see who reported it.',
  })
  @SignedIn()
  @Answers(201, FlagView)
  flag(
    @CurrentAsker() member: Asker,
    @Id(CommentNotFound) id: string,
    @Body() input: FlagCommentDto,
    @CallerAddress() address: string,
  ): Promise<Answer<FlagView>> {
    return this.flags.flagComment(member, id, input, address);
  }
}

@ApiTags('users')
@SignedIn()
@Controller('api/v1/users')
export class UserFlagsController {
  constructor(private readonly flags: FlagsService) {}

  @Get('me/flags')
  @OwnData()
  @ApiOperation({
    summary: 'List your reports',
    description: 'Your reports, newest first, and the decisions on them.',
  })
  @PrivateRead(MyFlagListView)
  listOwn(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<MyFlagListView> {
    return this.flags.listOwn(member, query);
  }

  @Post(':username/flags')
  @ApiOperation({
    summary: 'Report an account',
    description: 'Reports its name or bio. Only moderators see who reported it.',
  })
  @Answers(201, UserFlagView)
  flag(
    @CurrentAsker() member: Asker,
    @Param('username') username: string,
    @Body() input: FlagUserDto,
    @CallerAddress() address: string,
  ): Promise<Answer<UserFlagView>> {
    return this.flags.flagUser(member, username, input, address);
  }
}
