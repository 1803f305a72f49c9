import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../input/answer.js';
import { Answers, PrivateRead } from '../../input/answer-decorators.js';
import { CurrentMember, CurrentViewer } from '../../users/current-viewer.js';
import { Private, Public } from '../../users/policy.js';
import { CurrentIntent, type Intent } from '../../acts/intent.js';
import type { Member, Viewer } from '../../users/viewer.js';
import { PostViewerView, ReadingView, SetReadingDto } from './read-state.dto.js';
import { ReadStateService } from './read-state.service.js';

@ApiTags('threads')
@Controller('api/v1/posts/:post/viewer')
export class ReadStateController {
  constructor(private readonly readState: ReadStateService) {}

  @Get()
  @Public()
  @ApiOperation({
    operationId: 'readingsGet',
    summary: 'Get what depends on the viewer',
    description:
      'Own votes, held and removed comments, permissions, pace, and how far one has read.',
  })
  @PrivateRead(PostViewerView)
  get(@CurrentViewer() viewer: Viewer, @Param('post') post: string): Promise<PostViewerView> {
    return this.readState.get(viewer, post);
  }

  @Put()
  @Private()
  @ApiOperation({
    operationId: 'readingsSetSeen',
    summary: 'Save how far you have read',
    description: 'For all of your devices. It never goes back, nor beyond the newest event.',
  })
  @Answers(200, ReadingView)
  setSeen(
    @CurrentMember() member: Member,
    @Param('post') post: string,
    @Body() { lastSeenSeq }: SetReadingDto,
    @CurrentIntent() intent: Intent | null,
  ): Promise<Answer<ReadingView>> {
    return this.readState.setSeen(member, post, lastSeenSeq, intent);
  }
}
