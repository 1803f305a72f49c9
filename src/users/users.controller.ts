import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../input/answer.js';
import { Answers, PrivateRead } from '../input/answer-decorators.js';
import { type Asker, CurrentAsker } from './viewer/asker.js';
import { CurrentMember, CurrentViewer } from './viewer/current-viewer.js';
import { AdminOnly, OwnData, PrivateFields, Public, SignedIn } from './viewer/policy.js';
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
    description: 'Your public profile, and private data such as your e-mail address and standing.',
  })
  @PrivateRead(MeView, 'no-store')
  async getMe(@CurrentMember() member: Member): Promise<MeView> {
    return this.users.getMe(member);
  }

  @Patch('me')
  @SignedIn()
  @PrivateFields('language')
  @ApiOperation({
    summary: 'Change your profile',
    description:
      'The display name, the bio and the language of mails. A suspended account may change only the language.',
  })
  @Answers(200, MeView)
  changeMe(@CurrentAsker() member: Asker, @Body() change: ChangeMeDto): Promise<Answer<MeView>> {
    return this.users.changeMe(member, change);
  }

  @Get(':username')
  @Public()
  @ApiOperation({
    summary: 'Get the profile of an account',
    description: 'The public profile, by the user name.',
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
    description: 'Only for administrators. The last administrator must keep the role.',
  })
  @Answers(200, UserView)
  setRole(
    @CurrentAsker() member: Asker,
    @Param('username') username: string,
    @Body() { role }: SetRoleDto,
  ): Promise<Answer<UserView>> {
    return this.users.setRole(member, { username, role });
  }
}
