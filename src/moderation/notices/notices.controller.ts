import { Body, Controller, Get, Header, Ip, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../users/policy.js';
import { send } from '../../acts/answer.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import { NoticeQuery, NoticeReceiptView, NoticeView, SendNoticeDto } from './notices.dto.js';
import { NoticesService } from './notices.service.js';

@ApiTags('notices')
@Public()
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Post()
  @ApiOperation({
    summary: 'Give notice of illegal content',
    description: 'By anybody, with or without an account. The answer is the receipt.',
  })
  @ApiCreatedResponse({ type: NoticeReceiptView })
  async send(
    @Body() input: SendNoticeDto,
    @Ip() address: string,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.notices.send(input, address, intent));
  }

  @Get(':id')
  @ApiOperation({ summary: 'What became of a notice, for whoever has its receipt' })
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ type: NoticeView })
  read(@Param('id') id: string, @Query() { secret }: NoticeQuery): Promise<NoticeView> {
    return this.notices.read(id, secret);
  }
}
