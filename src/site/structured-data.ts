import type { PostView } from '../posts/shape/posts.dto.js';
import { addressOf, commentAddressOf } from '../posts/shape/post-addresses.js';
import type { Branch } from './thread-tree.js';

type Data = Record<string, unknown>;

export interface Discussed {
  post: PostView;
  /** The author of the post; null if there is none. */
  authorName: string | null;
  branches: readonly Branch[];
  /** The plain texts of comments by their ids. */
  excerpts: ReadonlyMap<string, string>;
  publicUrl: string;
}

/** A page of a thread as search engines read it: `DiscussionForumPosting` of schema.org. */
export function structuredDataOf(discussed: Discussed): Data {
  const { post, authorName, branches, publicUrl } = discussed;
  const url = addressOf(post, publicUrl);
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    '@id': `${url}#discussion`,
    url,
    mainEntityOfPage: url,
    headline: post.title,
    text: post.summary ?? post.title,
    inLanguage: post.language,
    datePublished: post.createdAt,
    dateModified: post.updatedAt,
    author: authorName
      ? { '@type': 'Person', name: authorName }
      : { '@type': 'Organization', name: new URL(url).host },
    commentCount: post.commentCount,
    interactionStatistic: counter('CommentAction', post.commentCount),
    comment: branches.map((branch) => commentOf(branch, discussed)),
  };
}

/** A tombstone is included without content, so that its replies have a parent. */
function commentOf({ comment, replies }: Branch, discussed: Discussed): Data {
  const { post, excerpts, publicUrl } = discussed;
  const { id, author, body, createdAt, editedAt, upvotes } = comment;
  const url = commentAddressOf(post, id, publicUrl);
  const below =
    replies.length > 0 ? { comment: replies.map((reply) => commentOf(reply, discussed)) } : {};
  const place = { '@type': 'Comment', '@id': url, url, datePublished: createdAt };
  if (body === null) return { ...place, creativeWorkStatus: 'Deleted', ...below };
  return {
    ...place,
    ...(editedAt ? { dateModified: editedAt } : {}),
    ...(author ? { author: { '@type': 'Person', name: author.displayName } } : {}),
    text: excerpts.get(id) ?? '',
    ...(upvotes === null ? {} : { interactionStatistic: counter('LikeAction', upvotes) }),
    ...below,
  };
}

function counter(action: string, count: number): Data {
  return {
    '@type': 'InteractionCounter',
    interactionType: `https://schema.org/${action}`,
    userInteractionCount: count,
  };
}
