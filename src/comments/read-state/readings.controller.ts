import { Body, Controller, Get, Header, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentMember, CurrentViewer } from '../../users/current-viewer.js';
import { Private, Public } from '../../users/policy.js';
import { send } from '../../acts/answer.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member, Viewer } from '../../users/viewer.js';
import { PostViewerView, ReadingView, SetReadingDto } from './readings.dto.js';
import { ReadingsService } from './readings.service.js';

@ApiTags('threads')
@Controller('api/v1/posts/:post/viewer')
export class ReadingsController {
  constructor(private readonly readings: ReadingsService) {}

  @Get()
  @Public()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'What depends on the viewer',
    description:
      'Own votes, held and removed comments, permissions, pace, and how far one has read.',
  })
  @ApiOkResponse({ type: PostViewerView })
  get(@CurrentViewer() viewer: Viewer, @Param('post') post: string): Promise<PostViewerView> {
    return this.readings.get(viewer, post);
  }

  @Put()
  @Private()
  @ApiOperation({
    summary: 'Keep how far one has read',
    description: 'On every device; it never goes back, nor beyond the log.',
  })
  @ApiOkResponse({ type: ReadingView })
  async setSeen(
    @CurrentMember() member: Member,
    @Param('post') post: string,
    @Body() { lastSeenSeq }: SetReadingDto,
    @CurrentIntent() intent: Intent | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.readings.setSeen(member, post, lastSeenSeq, intent));
  }
}
