import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRead } from '../../input/answer-decorators.js';
import { Public } from '../../users/viewer/policy.js';
import { PostCountListView, PostCountsQuery } from './post-counts.dto.js';
import { PostCountsService } from './post-counts.service.js';

@ApiTags('posts')
@Controller('api/v1/posts/counts')
export class PostCountsController {
  constructor(private readonly counts: PostCountsService) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Count the comments of posts',
    description:
      'Counts the published comments of up to 100 posts. The count is 0 for a page without a post and for an invalid name.',
  })
  @PublicRead(PostCountListView)
  list(@Query() query: PostCountsQuery): Promise<PostCountListView> {
    return this.counts.list(query);
  }
}
