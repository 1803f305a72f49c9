import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentIdempotencyKey, type IdempotencyKey } from '../../acts/idempotency-key.js';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { PageQuery } from '../../input/paging.js';
import { CurrentMember } from '../../users/viewer/current-viewer.js';
import { OwnData, Private } from '../../users/viewer/policy.js';
import type { Member } from '../../users/viewer/viewer.js';
import { NotificationListView, ReadNotificationsDto, UnreadView } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';
import { ChangePreferencesDto, PreferencesView } from './preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

@ApiTags('notifications')
@Controller('api/v1/users/me')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly preferences: PreferencesService,
  ) {}

  @Get('notifications')
  @OwnData()
  @ApiOperation({
    operationId: 'notificationsList',
    summary: 'List your notifications',
    description:
      'Replies, mentions, comments on posts that you follow, decisions about you, and updates that a comment of yours led to. Only those about public comments are listed.',
  })
  @PrivateRead(NotificationListView)
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<NotificationListView> {
    return this.notifications.list(member, query);
  }

  @Put('notifications/read')
  @Private()
  @ApiOperation({
    operationId: 'notificationsMarkRead',
    summary: 'Mark notifications as read',
    description:
      'Marks the notifications with the given ids, and one with all older ones. A notification cannot become unread again.',
  })
  @Answers(200, UnreadView)
  markRead(
    @CurrentMember() member: Member,
    @Body() input: ReadNotificationsDto,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<UnreadView>> {
    return this.notifications.markRead(member, input, idempotencyKey);
  }

  @Get('preferences')
  @Private()
  @ApiOperation({
    operationId: 'preferencesGet',
    summary: 'Get your notification preferences',
    description: 'Whether each kind of notification is listed, and when it is mailed.',
  })
  @PrivateRead(PreferencesView)
  getPreferences(@CurrentMember() member: Member): Promise<PreferencesView> {
    return this.preferences.get(member);
  }

  @Put('preferences')
  @Private()
  @ApiOperation({
    operationId: 'preferencesSet',
    summary: 'Change your notification preferences',
    description: 'Omitted kinds stay unchanged, and so do an omitted `bell` or `mail` of a kind.',
  })
  @Answers(200, PreferencesView)
  setPreferences(
    @CurrentMember() member: Member,
    @Body() changes: ChangePreferencesDto,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<PreferencesView>> {
    return this.preferences.set(member, changes, idempotencyKey);
  }
}
