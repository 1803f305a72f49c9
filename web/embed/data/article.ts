import type { components } from '@colloquy/client';

type Schemas = components['schemas'];

/** A passage of the article as a comment is sent with it: the selectors of W3C Web Annotation. */
export type PassageDraft = Schemas['AnchorDto'] & { quote: Schemas['AnchorQuoteView'] };
/** A passage that comments are about, with how many and which. */
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
  /** The key under which this text was sent with these comments. */
  key: string | null;
}

export const emptyDraft = (): UpdateDraft => ({ text: '', credits: [], key: null });
