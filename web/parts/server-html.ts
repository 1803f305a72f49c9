import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * The policy name for a page's `trusted-types`. Outside of templates, text becomes HTML only in
 * this file.
 */
const POLICY = 'colloquy';

const policy = makePolicy();

/** Block elements of a text. */
const BLOCKS = 'p, ul, ol, li, blockquote, table, td, th';

/** Shows HTML that the service has made safe, as the content of an element. */
export const serverHtml = directive(
  class extends Directive {
    private shown: string | null = null;

    render(text: string): string {
      return text;
    }

    /** Unchanged text leaves the content untouched, including a reader's selection in it. */
    override update({ element }: ElementPart, [text]: [string]): symbol {
      if (text !== this.shown) {
        element.innerHTML = policy.createHTML(text) as string;
        direct(element as HTMLElement);
      }
      this.shown = text;
      return noChange;
    }
  },
);

/** Gives each block the direction of its own text, and code the direction of code. */
function direct(whole: HTMLElement): void {
  for (const code of whole.querySelectorAll<HTMLElement>('pre, code')) code.dir = 'ltr';
  // Outermost first, because `auto` of an ancestor skips elements that already have a direction.
  for (const block of [whole, ...whole.querySelectorAll<HTMLElement>(BLOCKS)]) {
    block.dir = 'auto';
    block.dir = block.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  }
}

/** Parses the HTML as a separate document, in which no script runs and nothing is loaded. */
export function serverDocument(text: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(text) as string, 'text/html');
}

interface Policy {
  createHTML(text: string): unknown;
}

/** A page whose `trusted-types` omit our name, without requiring them, accepts plain text. */
function makePolicy(): Policy {
  const rules: Policy = { createHTML: (text) => text };
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  };
  try {
    return trustedTypes?.createPolicy(POLICY, rules) ?? rules;
  } catch {
    return rules;
  }
}
