import { renderMarkdown } from '../../src/text/markdown/markdown.js';
import type { Random } from './random.js';

/** A comment's text: Markdown, and the HTML that the service makes of it. */
export interface Body {
  markdown: string;
  html: string;
}

const LATIN =
  'archive witness letter figure border family winter record memory museum source interview village camp silence camera director question evidence number decade railway photograph testimony island harbour vēsture liecība ģimene ziema arhīvs robeža skaitlis jautājums filma atmiņa upe mežs draugs the and of with about before after without under between they nobody everyone'.split(
    ' ',
  );
const CYRILLIC =
  'архив свидетель письмо цифра граница семья зима запись память музей источник деревня лагерь молчание режиссёр вопрос доказательство число десятилетие фотография остров гавань правда фильм река лес друг история и но или который когда потому что без под между никто каждый всегда'.split(
    ' ',
  );
const ENDINGS = ['.', '.', '.', '?', '!', '…'];

const MIN_LENGTH = 40;
const MAX_LENGTH = 600;
const PARAGRAPHS = 2_000;

/**
 * Texts of 40 to 600 characters in Latin and Cyrillic letters, most of them short. Paragraphs are
 * rendered once, and a body combines several: rendering half a million texts would take longer than
 * loading them. A paragraph renders the same in every text.
 */
export class Bodies {
  private readonly paragraphs: Body[];

  constructor(private readonly random: Random) {
    this.paragraphs = Array.from({ length: PARAGRAPHS }, () => {
      const markdown = this.paragraph();
      return { markdown, html: renderMarkdown(markdown) };
    });
  }

  next(): Body {
    const wanted = MIN_LENGTH + (MAX_LENGTH - MIN_LENGTH) * this.random.fraction() ** 2;
    const body = { ...this.random.pick(this.paragraphs) };
    while (body.markdown.length < wanted) {
      const more = this.random.pick(this.paragraphs);
      if (body.markdown.length + 2 + more.markdown.length > MAX_LENGTH) break;
      body.markdown += `\n\n${more.markdown}`;
      body.html += more.html;
    }
    return body;
  }

  private paragraph(): string {
    const words = this.random.chance(0.5) ? LATIN : CYRILLIC;
    let text = this.sentence(words);
    while (text.length < MIN_LENGTH || this.random.chance(0.4)) text += ` ${this.sentence(words)}`;
    if (this.random.chance(0.04))
      text += ` https://example.org/sources/${this.random.integer(999)}`;
    return text.slice(0, MAX_LENGTH);
  }

  private sentence(words: readonly string[]): string {
    const chosen = Array.from({ length: 4 + this.random.integer(9) }, () =>
      this.random.pick(words),
    );
    if (this.random.chance(0.1)) chosen[1] = `*${chosen[1]}*`;
    const text = chosen.join(' ');
    return text[0].toUpperCase() + text.slice(1) + this.random.pick(ENDINGS);
  }
}
