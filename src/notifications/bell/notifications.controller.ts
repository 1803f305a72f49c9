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
    summary: 'List what you are told',
    description:
      'Replies, mentions, comments on posts you follow, decisions about you and updates that a comment of yours led to. Only what everybody may read now.',
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
    description: 'Those with the given ids, and one with all before it. What is read stays read.',
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
    summary: 'Get how you are told',
    description: 'For each kind of notification: in the list, and by mail.',
  })
  @PrivateRead(PreferencesView)
  getPreferences(@CurrentMember() member: Member): Promise<PreferencesView> {
    return this.preferences.get(member);
  }

  @Put('preferences')
  @Private()
  @ApiOperation({
    operationId: 'preferencesSet',
    summary: 'Choose how you are told',
    description: 'A kind that is left out stays as it is, and so does the bell or mail of a kind.',
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
