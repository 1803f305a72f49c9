import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../problems/general.errors.js';
import { findTextFault, normalise } from '../../text/plain/text-gate.js';
import { normalisePageUrl } from '../../text/plain/page-url.js';
import { isUuid } from '../../text/plain/uuid.js';
import { KEY } from '../shape/posts.dto.js';
import { MAX_COUNTS, type PostCountListView, type PostCountsQuery } from './post-counts.dto.js';
import { PostCountsRepository, type PostName } from './post-counts.repository.js';

/** The numbers of comments of many posts at once, for lists of articles. */
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
    const names = asked.map(nameOf);
    // An invalid name counts as a page without a post, because lists contain both. But a request
    // with only invalid names is refused.
    if (names.every(({ value }) => value === null)) {
      throw InvalidInput.at('?', 'Give a key, an http or https address, an id or a slug.');
    }
    const counts = await this.counts.list(names);
    return { items: asked.map((one, at) => ({ ...one, ...counts[at] })) };
  }
}

function nameOf({ by, name }: { by: 'key' | 'url' | 'post'; name: string }): PostName {
  if (by === 'post') return { by: isUuid(name) ? 'id' : 'slug', value: name || null };
  if (by === 'url') return { by, value: normalisePageUrl(name) };
  const key = normalise(name);
  return { by, value: findTextFault(key, KEY) === null ? key : null };
}
