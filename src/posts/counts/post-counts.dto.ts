import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { ListQuery } from '../../input/fields.js';

/** The most posts that one page of a site lists; a page that lists more sends several requests. */
export const MAX_COUNTS = 100;

/** A list may contain invalid links, and one of them must not fail the counts of the others. */
const any = () => null;

const list = (description: string) => ({
  description: `${description} May be given several times.`,
  max: MAX_COUNTS,
});

export class PostCountsQuery {
  @ListQuery(any, list('The host site’s own name for a page.'))
  key?: string[];

  @ListQuery(any, list('The URL of a page.'))
  url?: string[];

  @ListQuery(any, list('The id or slug of a post.'))
  post?: string[];
}

export class PostCountView {
  @ApiProperty({ enum: ['key', 'url', 'post'] })
  by: 'key' | 'url' | 'post';

  @ApiProperty({ description: 'The name in the request.' })
  name: string;

  @OrNull('uuid', 'Null if nobody has commented yet.')
  postId: string | null;

  @ApiProperty({ type: 'integer', description: 'The number of published comments.' })
  commentCount: number;
}

export class PostCountListView {
  @ApiProperty({
    type: [PostCountView],
    description:
      'One item for each requested name: keys, URLs, then posts, in the order of the request.',
  })
  items: PostCountView[];
}
