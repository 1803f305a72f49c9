import { Body, Controller, Get, Header, Param, Patch, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { send } from '../acts/answer.js';
import { CurrentIntent, type Intent } from '../acts/intent.js';
import { CurrentMember, CurrentViewer } from './current-viewer.js';
import { AdminOnly, OwnData, Public, SignedIn } from './policy.js';
import { ChangeMeDto, MeView, ProfileView, SetRoleDto, UserView } from './users.dto.js';
import { UsersService } from './users.service.js';
import type { Member, Viewer } from './viewer.js';

@ApiTags('users')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('me')
  @OwnData()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The own account' })
  @ApiOkResponse({ type: MeView })
  async getMe(@CurrentMember() member: Member): Promise<MeView> {
    return this.users.getMe(member);
  }

  @Patch('me')
  @SignedIn()
  @ApiOperation({ summary: 'Change the own profile' })
  @ApiOkResponse({ type: MeView })
  async changeMe(
    @CurrentMember() member: Member,
    @Body() change: ChangeMeDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.users.changeMe(member, change, intent));
  }

  @Get(':username')
  @Public()
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'The public profile of an account' })
  @ApiOkResponse({ type: ProfileView })
  async getProfile(
    @CurrentViewer() viewer: Viewer,
    @Param('username') username: string,
  ): Promise<ProfileView> {
    return this.users.getProfile(viewer, username);
  }

  @Put(':username/role')
  @AdminOnly()
  @ApiOperation({ summary: 'Give a role', description: 'The last administrator keeps theirs.' })
  @ApiOkResponse({ type: UserView })
  async setRole(
    @CurrentMember() member: Member,
    @Param('username') username: string,
    @Body() { role }: SetRoleDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.users.setRole(member, { username, role }, intent));
  }
}
