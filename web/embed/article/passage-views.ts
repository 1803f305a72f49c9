import { html, nothing } from 'lit';
import type { Anchor, Passage, PassageDraft } from '../data/article.js';
import { inThisPage } from '../thread/comment-link.js';
import type { Localizer } from '../words/localizer.js';
import { MOST_SHOWN, type PassageSelection } from './passages.js';

/** The passage that a comment is about, and its current state. */
export function anchorView(
  { quote }: Anchor,
  state: Anchor['state'],
  { t }: Localizer,
  reveal: (() => void) | null,
): unknown {
  const text = reveal
    ? html`<a
        href=${fragmentOf(quote.exact)}
        title=${t('passageShow')}
        @click=${(event: Event) => inThisPage(event, reveal)}
        >${quote.exact}</a
      >`
    : quote.exact;
  return html`<blockquote class="quote passage" part="quote" dir="auto">
    <p>${text}</p>
    ${
      state === 'exact'
        ? nothing
        : html`<footer>${t(state === 'near' ? 'passageNear' : 'passageGone')}</footer>`
    }
  </blockquote>`;
}

/** The passage that a comment will be about. */
export function aboutView({ quote }: PassageDraft, { t }: Localizer, forget: () => void): unknown {
  return html`<div class="about">
    <p class="label">${t('passageAbout')}</p>
    <blockquote class="quote passage" part="quote" dir="auto"><p>${quote.exact}</p></blockquote>
    <button type="button" class="plain" @click=${forget}>${t('passageWithout')}</button>
  </div>`;
}

/** All passages with comments: for keyboards, screen readers, and browsers that show no marks. */
export function passageListView(
  passages: readonly Passage[],
  orphaned: number,
  { t }: Localizer,
  open: (passage: Passage) => void,
): unknown {
  if (passages.length === 0 && orphaned === 0) return nothing;
  return html`<details class="beside passages">
    <summary>${t('passages', { n: passages.length })}</summary>
    <ol>
      ${passages.map(
        (passage) =>
          html`<li>
            <button class="plain" @click=${() => open(passage)}>
              <q dir="auto">${shortened(passage.quote.exact)}</q>
            </button>
            <span class="hint">${t('comments', { n: passage.count })}</span>
          </li>`,
      )}
    </ol>
    ${orphaned > 0 ? html`<p class="hint">${t('passagesGone', { n: orphaned })}</p>` : nothing}
  </details>`;
}

/** States that only the comments on one passage are shown, with a link back. */
export function selectionView(
  { text, count }: PassageSelection,
  { t }: Localizer,
  widen: () => void,
): unknown {
  return html`<p class="note branch">
    <span dir="auto">${t('passageOnly', { text: shortened(text) })}</span>
    ${count > MOST_SHOWN ? html`<br />${t('passageSome', { n: MOST_SHOWN })}` : nothing}
    <button class="plain" @click=${widen}>${t('wholeThread')}</button>
  </p>`;
}

const SHORT = 120;

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= SHORT ? letters.join('') : `${letters.slice(0, SHORT).join('')}…`;
}

/** A text fragment link (`#:~:text=`), which finds the words even in a new tab. */
function fragmentOf(text: string): string {
  return `#:~:text=${encodeURIComponent(text.trim().replace(/\s+/g, ' ')).replaceAll('-', '%2D')}`;
}
