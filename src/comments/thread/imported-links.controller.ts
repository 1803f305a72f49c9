import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { TextField } from '../../input/fields.js';
import { PublicRead } from '../../input/answer-decorators.js';
import { Public } from '../../users/policy.js';
import { PostNotFound } from '../../posts/posts.errors.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import { CommentNotFound } from '../shape/comments.errors.js';
import { ImportedLinksRepository } from './imported-links.repository.js';

const FOREIGN_ID = { minGraphemes: 1, maxGraphemes: 255, maxBytes: 1_024, multiline: false };
const SOURCE = { minGraphemes: 1, maxGraphemes: 50, multiline: false };

export class ForeignIdQuery {
  @TextField(FOREIGN_ID, { description: 'What the comment was called where it was imported from.' })
  id: string;

  @TextField(SOURCE, {
    optional: true,
    description: 'The system it came from; any when left out.',
    example: 'wordpress',
  })
  source?: string;
}

export class ForeignIdView {
  @ApiProperty({ format: 'uuid', description: 'The comment.' })
  id: string;
}

/** Old links to imported comments, such as `#comment-123`, find them under their new ids. */
@ApiTags('comments')
@Controller('api/v1/posts/:post/comments/by-foreign-id')
export class ImportedLinksController {
  constructor(
    private readonly links: ImportedLinksRepository,
    private readonly posts: PostsRepository,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    operationId: 'foreignIdsResolve',
    summary: 'Find an imported comment',
    description:
      'By the id that it had in the system it was imported from. 404 for a hidden comment, or one that was never imported.',
  })
  @PublicRead(ForeignIdView)
  async resolve(
    @Param('post') postRef: string,
    @Query() { id: foreignId, source }: ForeignIdQuery,
  ): Promise<ForeignIdView> {
    const post = await this.posts.find(postRef);
    if (!post) throw new PostNotFound();
    const id = await this.links.find(post.id, foreignId, source ?? null);
    if (id === null) throw new CommentNotFound();
    return { id };
  }
}
