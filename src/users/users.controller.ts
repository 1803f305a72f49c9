import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../input/answer.js';
import { Answers, PrivateRead } from '../input/answer-decorators.js';
import { CurrentIdempotencyKey, type IdempotencyKey } from '../acts/idempotency-key.js';
import { CurrentMember, CurrentViewer } from './viewer/current-viewer.js';
import { AdminOnly, OwnData, Public, SignedIn } from './viewer/policy.js';
import { ChangeMeDto, MeView, ProfileView, SetRoleDto, UserView } from './accounts/users.dto.js';
import { UsersService } from './accounts/users.service.js';
import type { Member, Viewer } from './viewer/viewer.js';

@ApiTags('users')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('me')
  @OwnData()
  @ApiOperation({
    summary: 'Get your account',
    description:
      'Your profile as others see it, and what only you see, such as your e-mail address and standing.',
  })
  @PrivateRead(MeView, 'no-store')
  async getMe(@CurrentMember() member: Member): Promise<MeView> {
    return this.users.getMe(member);
  }

  @Patch('me')
  @SignedIn()
  @ApiOperation({
    summary: 'Change your profile',
    description: 'The display name, the bio, and the language of mails.',
  })
  @Answers(200, MeView)
  changeMe(
    @CurrentMember() member: Member,
    @Body() change: ChangeMeDto,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<MeView>> {
    return this.users.changeMe(member, change, idempotencyKey);
  }

  @Get(':username')
  @Public()
  @ApiOperation({
    summary: 'Get the profile of an account',
    description: 'What everyone may see of it, by its user name.',
  })
  @PrivateRead(ProfileView, 'private, no-cache')
  async getProfile(
    @CurrentViewer() viewer: Viewer,
    @Param('username') username: string,
  ): Promise<ProfileView> {
    return this.users.getProfile(viewer, username);
  }

  @Put(':username/role')
  @AdminOnly()
  @ApiOperation({
    summary: 'Change the role of an account',
    description: 'Only administrators may. The last administrator keeps the role.',
  })
  @Answers(200, UserView)
  setRole(
    @CurrentMember() member: Member,
    @Param('username') username: string,
    @Body() { role }: SetRoleDto,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<UserView>> {
    return this.users.setRole(member, { username, role }, idempotencyKey);
  }
}
