import { Body, Controller, Get, Header, Ip, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentMember } from '../../users/current-viewer.js';
import { OwnData, SignedIn } from '../../users/policy.js';
import { send } from '../../acts/answer.js';
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
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: MyFlagListView })
  listOwn(@CurrentMember() member: Member, @Query() query: MyFlagsQuery): Promise<MyFlagListView> {
    return this.flags.listOwn(member, query);
  }

  @Post(':username/flags')
  @ApiOperation({
    summary: 'Report a name or a bio to the moderators',
    description: 'Only they see who did.',
  })
  @ApiCreatedResponse({ type: UserFlagView })
  async flag(
    @CurrentMember() member: Member,
    @Param('username') username: string,
    @Body() input: FlagUserDto,
    @Ip() address: string,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.flags.flag(member, username, input, address, intent));
  }
}
