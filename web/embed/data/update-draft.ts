/** An update of the article that is being written. */
export interface UpdateDraft {
  text: string;
  /** The comments that led to it. */
  credits: readonly { readonly id: string; readonly name: string }[];
  /** Under which this text with these comments was tried to be published. */
  key: string | null;
}

export const emptyDraft = (): UpdateDraft => ({ text: '', credits: [], key: null });
