import { AddressField, CheckedField, TextField } from '../../input/fields.js';
import { KEY } from '../shape/posts.dto.js';

/** An unusable hint is ignored, because it is the fault of the page, not of the reader. */
const anyText = () => null;

export class FindPageQuery {
  @TextField(KEY, { optional: true })
  key?: string;

  @AddressField({ optional: true })
  url?: string;
}

export class CreatePageDto {
  @TextField(KEY, {
    optional: true,
    nullable: true,
    description:
      'The key is used if the page contains it, if its signature is valid, or if staff send it.',
  })
  key?: string | null;

  @CheckedField(anyText, {
    optional: true,
    nullable: true,
    description: 'Hex HMAC-SHA-256 of the key, with `PAGE_KEY_SECRET`.',
  })
  keySignature?: string | null;

  @AddressField({ description: 'A page of one of the configured site origins.' })
  url: string;

  @CheckedField(anyText, {
    optional: true,
    nullable: true,
    description: 'Ignored: the title is taken from the page.',
  })
  title?: string | null;

  @CheckedField(anyText, {
    optional: true,
    nullable: true,
    description: 'Ignored: the language is taken from the page.',
  })
  language?: string | null;
}

export class AddUrlDto {
  @AddressField()
  url: string;
}
