import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { CallerAddress } from '../../input/connections/client-address.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { Public } from '../../users/viewer/policy.js';
import { CurrentIdempotencyKey, type IdempotencyKey } from '../../acts/idempotency-key.js';
import { NoticeQuery, NoticeReceiptView, NoticeView, SendNoticeDto } from './notices.dto.js';
import { NoticesService } from './notices.service.js';
import { Id } from '../../input/id.js';
import { NoticeNotFound } from '../terms/moderation.errors.js';

@ApiTags('notices')
@Public()
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Post()
  @ApiOperation({
    summary: 'Submit a notice of illegal content',
    description: 'Needs no account. Returns the receipt.',
  })
  @Answers(201, NoticeReceiptView)
  send(
    @Body() input: SendNoticeDto,
    @CallerAddress() address: string,
    @CurrentIdempotencyKey() idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<NoticeReceiptView>> {
    return this.notices.send(input, address, idempotencyKey);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Get a notice',
    description: 'The state of a notice, for the holder of its receipt.',
  })
  @PrivateRead(NoticeView)
  read(@Id(NoticeNotFound) id: string, @Query() { secret }: NoticeQuery): Promise<NoticeView> {
    return this.notices.read(id, secret);
  }
}
