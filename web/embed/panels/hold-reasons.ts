import { html } from 'lit';
import type { OwnComment } from '../data/reader.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';

const RULES: Readonly<Record<string, Key>> = {
  'post-premoderated': 'premoderated',
  'author-premoderated': 'holdAuthor',
  'first-comments': 'holdFirst',
  'reported-by-readers': 'holdReported',
};

/** Why a comment waits: in the reader's language, or as the service says it of a rule that is new. */
export function holdReasonsView({ hold }: OwnComment, { t }: Localizer): unknown {
  return (hold ?? []).map(({ rule, detail }) => {
    const key = RULES[rule];
    return html`<p class="why reason" dir="auto">${key ? t(key) : detail}</p>`;
  });
}
