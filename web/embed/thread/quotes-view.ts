import { html, nothing } from 'lit';
import type { Comment } from '@colloquy/client';
import type { Localizer } from '../words/localizer.js';
import { addressOf } from '../discussion/comment-address.js';

/** The quotes in a comment; a removed source is named as removed. */
export function quotesView({ quotes }: Comment, { t }: Localizer): unknown {
  return quotes.map(
    ({ commentId, author, text, state }) =>
      html`<blockquote class="quote" part="quote">
        ${
          text === null
            ? html`<p class="gone">${t('quoteRemoved')}</p>`
            : html`<p dir="auto">${text}</p>
                <footer>
                  <a href=${addressOf(commentId)}
                    >${t('quoted', { name: author?.displayName ?? t('someone') })}</a
                  >${state === 'edited' ? html` · ${t('quoteEdited')}` : nothing}
                </footer>`
        }
      </blockquote>`,
  );
}
