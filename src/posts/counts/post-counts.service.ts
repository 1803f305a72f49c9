import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../problems/general.errors.js';
import { normalise } from '../../text/text-gate.js';
import { normalisePageUrl } from '../../text/page-url.js';
import { isUuid } from '../../text/uuid.js';
import { MAX_COUNTS, type PostCountListView, type PostCountsQuery } from './post-counts.dto.js';
import { PostCountsRepository, type PostName } from './post-counts.repository.js';

/** How much was said under many posts at once, for lists of articles. */
@Injectable()
export class PostCountsService {
  constructor(private readonly counts: PostCountsRepository) {}

  async list({ key = [], url = [], post = [] }: PostCountsQuery): Promise<PostCountListView> {
    const asked = [
      ...key.map((name) => ({ by: 'key' as const, name })),
      ...url.map((name) => ({ by: 'url' as const, name })),
      ...post.map((name) => ({ by: 'post' as const, name })),
    ];
    if (asked.length === 0 || asked.length > MAX_COUNTS) {
      throw InvalidInput.at('?', `Ask for 1 to ${MAX_COUNTS} posts, by key, url or post.`);
    }
    const counts = await this.counts.list(asked.map(nameOf));
    return { items: asked.map((one, at) => ({ ...one, ...counts[at] })) };
  }
}

function nameOf({ by, name }: { by: 'key' | 'url' | 'post'; name: string }): PostName {
  if (by === 'post') return { by: isUuid(name) ? 'id' : 'slug', value: name };
  return { by, value: by === 'url' ? normalisePageUrl(name)! : normalise(name) };
}
