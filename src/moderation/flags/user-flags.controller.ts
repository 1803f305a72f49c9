import { Body, Controller, Get, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../input/paging.js';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { OwnData, SignedIn } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import { FlagUserDto, MyFlagListView, UserFlagView } from './flags.dto.js';
import { UserFlagsService } from './user-flags.service.js';

@ApiTags('users')
@SignedIn()
@Controller('api/v1/users')
export class UserFlagsController {
  constructor(private readonly flags: UserFlagsService) {}

  @Get('me/flags')
  @OwnData()
  @ApiOperation({
    summary: 'List your reports',
    description: 'What you reported, the newest first, and what moderators decided.',
  })
  @PrivateRead(MyFlagListView)
  listOwn(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<MyFlagListView> {
    return this.flags.listOwn(member, query);
  }

  @Post(':username/flags')
  @ApiOperation({
    summary: 'Report an account',
    description: 'For its name or bio. Only moderators see who reported it.',
  })
  @Answers(201, UserFlagView)
  flag(
    @CurrentMember() member: Member,
    @Param('username') username: string,
    @Body() input: FlagUserDto,
    @Ip() address: string,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<UserFlagView>> {
    return this.flags.flag(member, username, input, address, intent);
  }
}
