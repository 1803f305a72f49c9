import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import {
  AddressField,
  CheckedField,
  ChoiceField,
  FlagField,
  IntegerField,
  TextField,
  UuidField,
} from '../../input/fields.js';
import { PageOf, PageQuery } from '../../input/paging.js';
import { isSlug } from '../../text/plain/slug.js';
import { POST_MODES, POST_VOTES, type PostMode, type PostVotes } from './post.entity.js';

export const TITLE = { minGraphemes: 1, maxGraphemes: 300, multiline: false };
const SUMMARY = { maxGraphemes: 2_000, multiline: true };
/** The size of a long review; the limit of a request body is slightly larger. */
export const POST_BODY = { maxGraphemes: 100_000, maxBytes: 200 * 1024, multiline: true };
/** The site's name for a page, here and in imports. */
const KEY_BYTES = 1_024;
export const KEY = {
  minGraphemes: 1,
  maxGraphemes: KEY_BYTES,
  maxBytes: KEY_BYTES,
  multiline: false,
};
/** In seconds, at most a day. For a longer pause, lock the post. */
const SLOW_MODE = { min: 0, max: 86_400 };

const checkSlug = (value: string) =>
  isSlug(value)
    ? null
    : {
        detail:
          'A slug is lower-case words and digits joined by single hyphens, and no reserved word.',
      };
export const isLanguage = (value: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value);
const checkLanguage = (value: string) =>
  isLanguage(value) ? null : { detail: 'A language is a tag such as lv, ru or en-GB.' };

/** The fields that creating and changing a post have in common. */
class PostFields {
  @TextField(KEY, {
    optional: true,
    nullable: true,
    description: "The host site's own name for the page.",
  })
  key?: string | null;

  @AddressField({ optional: true, nullable: true })
  url?: string | null;

  @TextField(SUMMARY, { optional: true, nullable: true })
  summary?: string | null;

  @TextField(POST_BODY, { optional: true, nullable: true, description: 'Markdown.' })
  body?: string | null;

  @CheckedField(checkLanguage, { optional: true, example: 'lv' })
  language?: string;

  @ChoiceField(POST_MODES, { optional: true })
  mode?: PostMode;

  @IntegerField(SLOW_MODE, {
    optional: true,
    description:
      'Slow mode: seconds between two comments of one account; 0: off. Staff are exempt.',
  })
  slowModeSeconds?: number;

  @UuidField({
    optional: true,
    nullable: true,
    description: 'The account that may publish updates.',
  })
  authorId?: string | null;
}

export class CreatePostDto extends PostFields {
  @CheckedField(checkSlug, {
    optional: true,
    description: 'Default: made from the title.',
    example: 'the-river',
  })
  slug?: string;

  @TextField(TITLE)
  title: string;

  @ChoiceField(POST_VOTES, { optional: true, description: 'Default: updown.' })
  votes?: PostVotes;
}

export class ChangePostDto extends PostFields {
  @CheckedField(checkSlug, { optional: true })
  slug?: string;

  @TextField(TITLE, { optional: true })
  title?: string;

  @ChoiceField(POST_VOTES, { optional: true })
  votes?: PostVotes;

  @FlagField({ optional: true, description: 'A locked post accepts no comments and no edits.' })
  locked?: boolean;

  @FlagField({
    optional: true,
    description: 'Whether lists show the post. Listing an unverified page vouches for it.',
  })
  listed?: boolean;
}

/** The lists of posts; all but the first are for staff. */
const LISTS = ['listed', 'unlisted', 'unverified', 'alike'] as const;
export type List = (typeof LISTS)[number];

export class FilterPostsQuery extends PageQuery {
  @ChoiceField(LISTS, {
    optional: true,
    description:
      'Default: `listed`. Moderators can list the others, too. `alike`: another post has the same URL except for `http`, `www.` or the Unicode form of its letters.',
  })
  list?: List;
}

export class PostView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  slug: string;

  @OrNull('string')
  key: string | null;

  @ApiProperty()
  title: string;

  @OrNull('string')
  url: string | null;

  @OrNull('string')
  summary: string | null;

  @ApiProperty()
  language: string;

  @ApiProperty({ enum: [...POST_MODES] })
  mode: PostMode;

  @ApiProperty()
  locked: boolean;

  @ApiProperty({ description: 'Whether lists show the post.' })
  listed: boolean;

  @ApiProperty({
    description:
      'Whether the page was fetched and confirmed its URL. Until then its comments are held.',
  })
  verified: boolean;

  @OrNull('uuid')
  authorId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ type: 'integer', description: 'The number of published comments.' })
  commentCount: number;

  @ApiProperty({ type: 'integer', description: 'The seq of the newest event.' })
  seq: number;
}

/** A post with its text, if it is a text of this service. */
export class PostDetailView extends PostView {
  @OrNull('string', 'Markdown; null for a page of the host site.')
  body: string | null;

  @OrNull('string', 'Sanitised HTML.')
  html: string | null;

  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ enum: [...POST_VOTES], description: 'Which votes its comments accept.' })
  votes: PostVotes;

  @ApiProperty({
    type: 'integer',
    description: 'Slow mode: seconds between two comments of one account; 0: off.',
  })
  slowModeSeconds: number;

  @OrNull('date-time', 'Until when its score is hidden; null if it is shown.')
  scoresHiddenUntil: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When its author last published an update; see `/posts/{post}/updates`.',
  })
  lastUpdateAt: string | null;

  @ApiProperty({
    type: [String],
    description: 'The URLs of its pages on the host site.',
  })
  urls: string[];
}

export class PostListView extends PageOf(PostView) {}

export class PostRevisionView {
  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty()
  title: string;

  @OrNull('string')
  summary: string | null;

  @OrNull('string')
  body: string | null;

  @OrNull('string')
  html: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class PostRevisionListView extends PageOf(PostRevisionView) {}
