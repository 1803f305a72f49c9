import { ChoiceField, CursorQuery, IntegerQuery } from '../input/fields.js';
import { type Sort, SORTS } from '../comments/shape/comments.dto.js';

export class ThreadHtmlQuery {
  @ChoiceField(SORTS, {
    optional: true,
    description: 'Order of the top level. Default: best.',
  })
  sort?: Sort;

  @IntegerQuery({ min: 1, max: 100 }, { description: 'Top-level comments. Default: 20.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}
