import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '../../input/fields.js';
import { normalisePageUrl } from '../../text/page-url.js';

/** What one page of a site lists; who shows more asks again. */
export const MAX_COUNTS = 100;

const MAX_NAME = 2_000;

const checkName = (value: string) =>
  value !== '' && value.length <= MAX_NAME ? null : 'Each must have 1 to 2,000 characters.';
const checkUrl = (value: string) =>
  checkName(value) === null && normalisePageUrl(value)
    ? null
    : 'Each must be an absolute http or https URL of at most 2,000 characters.';

const list = (description: string) => ({
  description: `${description} May be given several times.`,
  max: MAX_COUNTS,
});

export class PostCountsQuery {
  @ListQuery(checkName, list('The site’s own name for a page.'))
  key?: string[];

  @ListQuery(checkUrl, list('An address of a page.'))
  url?: string[];

  @ListQuery(checkName, list('The id or slug of a post.'))
  post?: string[];
}

export class PostCountView {
  @ApiProperty({ enum: ['key', 'url', 'post'] })
  by: 'key' | 'url' | 'post';

  @ApiProperty({ description: 'As it was asked for.' })
  name: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null where nobody has commented yet.',
  })
  postId: string | null;

  @ApiProperty({ type: 'integer', description: 'Published comments.' })
  commentCount: number;
}

export class PostCountListView {
  @ApiProperty({
    type: [PostCountView],
    description:
      'One for each that was asked for: the keys, the addresses, the posts, each as given.',
  })
  items: PostCountView[];
}
