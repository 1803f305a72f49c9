import { Injectable } from '@nestjs/common';
import type { Gone } from '../../input/fair-queue.js';
import { LongTextPool } from '../../posts/texts/long-text-pool.js';
import { PostTextsService } from '../../posts/texts/post-texts.service.js';
import { InvalidInput } from '../../problems/general.errors.js';
import type { AnchorText, Found, Passage } from '@colloquy/passages';
import type { AnchorDto, AnchorView } from '../shape/anchors.dto.js';

/** Checks the passage that a comment is about when the comment is written. */
@Injectable()
export class AnchorsService {
  constructor(
    private readonly texts: PostTextsService,
    private readonly long: LongTextPool,
  ) {}

  /**
   * Finds the passage in the revision that the reader saw, and in the current one. Its context
   * comes from the text, not from the caller. The text of a host page is unknown, so its passage is
   * stored as given.
   * @throws InvalidInput if that revision does not contain the passage
   */
  async check(
    postId: string,
    input: AnchorDto | undefined,
    gone?: Gone,
  ): Promise<AnchorView | null> {
    if (!input) return null;
    const given = passageOf(input);
    const present = await this.texts.getPresent(postId);
    if (!present.text) {
      const place = given.position;
      return { ...given, revision: null, state: 'exact', place, placeRevision: null };
    }
    const { revision = present.revision } = input;
    if (revision > present.revision)
      throw InvalidInput.at('/anchor/revision', 'The post has no such revision.');
    const seen =
      revision === present.revision ? present.text : await this.texts.find(postId, revision);
    const { state, place } = await this.find(seen, given, gone);
    if (state !== 'exact')
      throw InvalidInput.at('/anchor/quote/exact', 'The text of the post does not contain this.');
    const passage = { quote: seen!.quoteAt(place!), position: place! };
    const now =
      present.text === seen ? { state, place } : await this.find(present.text, passage, gone);
    return { ...passage, revision, ...now, placeRevision: present.revision };
  }

  /** A revision without a text contains no passage. */
  private async find(text: AnchorText | null, passage: Passage, gone?: Gone): Promise<Found> {
    return text ? this.long.findPassage(text, passage, gone) : { state: 'orphaned', place: null };
  }
}

function passageOf({ quote, position }: AnchorDto): Passage {
  const { exact, prefix = '', suffix = '' } = quote;
  const { start, end } = position;
  if (start >= end)
    throw InvalidInput.at('/anchor/position/end', 'The end must come after the start.');
  return { quote: { exact, prefix, suffix }, position: { start, end } };
}
