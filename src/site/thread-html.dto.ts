import { ChoiceField, CursorQuery, IntegerQuery } from '../input/fields.js';
import { type Sort, SORTS } from '../comments/shape/comments.dto.js';

export class ThreadHtmlQuery {
  @ChoiceField(SORTS, { optional: true, description: 'Of the top level; best when left out.' })
  sort?: Sort;

  @IntegerQuery({ min: 1, max: 100 }, { description: 'Top-level comments; 20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}
