import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Asker, CurrentAsker } from '../../users/viewer/asker.js';
import type { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { ActsOnPost } from '../../posts/endings/post-endings.interceptor.js';
import { Staff } from '../../users/viewer/policy.js';
import { MergePostDto, PostDecisionView } from './decisions.dto.js';
import { PostEndingsService } from './post-endings.service.js';

@ApiTags('moderation')
@Staff()
@Controller('api/v1/posts/:post')
export class PostEndingsController {
  constructor(private readonly endings: PostEndingsService) {}

  @Delete()
  @ActsOnPost()
  @ApiOperation({
    operationId: 'postsDelete',
    summary: 'Delete a post',
    description:
      'Its routes answer 410 from then on, and readers cannot start its discussion again. Its comments are kept for 30 days; until then the decision can be undone.',
  })
  @Answers(204)
  delete(@CurrentAsker() member: Asker, @Param('post') post: string): Promise<Answer<void>> {
    return this.endings.delete(member, post);
  }

  @Post('merge')
  @ActsOnPost()
  @ApiOperation({
    operationId: 'postsMerge',
    summary: 'Merge a post into another',
    description:
      'Moves its comments, URLs and keys to the other post. Its routes answer 308 to that post from then on; changes of the merged post itself answer 409. The decision can be undone.',
  })
  @Answers(201, PostDecisionView)
  merge(
    @CurrentAsker() member: Asker,
    @Param('post') post: string,
    @Body() input: MergePostDto,
  ): Promise<Answer<PostDecisionView>> {
    return this.endings.merge(member, post, input);
  }
}
