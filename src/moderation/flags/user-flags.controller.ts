import { Body, Controller, Get, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/routes.js';
import { CurrentMember } from '../../users/current-viewer.js';
import { OwnData, SignedIn } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member } from '../../users/viewer.js';
import { FlagUserDto, MyFlagListView, MyFlagsQuery, UserFlagView } from './user-flags.dto.js';
import { UserFlagsService } from './user-flags.service.js';

@ApiTags('users')
@SignedIn()
@Controller('api/v1/users')
export class UserFlagsController {
  constructor(private readonly flags: UserFlagsService) {}

  @Get('me/flags')
  @OwnData()
  @ApiOperation({ summary: 'Own reports, and what became of them' })
  @PrivateRead(MyFlagListView)
  listOwn(@CurrentMember() member: Member, @Query() query: MyFlagsQuery): Promise<MyFlagListView> {
    return this.flags.listOwn(member, query);
  }

  @Post(':username/flags')
  @ApiOperation({
    summary: 'Report a name or a bio to the moderators',
    description: 'Only they see who did.',
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
