import type { components } from '@colloquy/client';

type Schemas = components['schemas'];

/** A passage of the article in a request: the selectors of W3C Web Annotation. */
export type PassageDraft = Schemas['AnchorDto'] & { quote: Schemas['AnchorQuoteView'] };
/** A passage with comments: their number and ids. */
export type Passage = Schemas['PassageView'];
export type Anchor = Schemas['AnchorView'];
export type Quote = Schemas['AnchorQuoteView'];
export type PostDetail = Schemas['PostDetailView'];
export type PostUpdate = Schemas['PostUpdateView'];

/** An update of the article that is being written. */
export interface UpdateDraft {
  text: string;
  /** The comments that led to it. */
  credits: readonly { readonly id: string; readonly name: string }[];
  /** The idempotency key of the last attempt with this text and these comments. */
  key: string | null;
}

export const emptyDraft = (): UpdateDraft => ({ text: '', credits: [], key: null });
