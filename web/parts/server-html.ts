import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * The name by which a page's `trusted-types` allows this file, in which alone text becomes HTML outside
 * of templates.
 */
const POLICY = 'colloquy';

const policy = makePolicy();

/** Elements of a text that have lines of their own. */
const BLOCKS = 'p, ul, ol, li, blockquote, table, td, th';

/** Shows HTML that the service has made safe, as the content of an element. */
export const serverHtml = directive(
  class extends Directive {
    private shown: string | null = null;

    render(text: string): string {
      return text;
    }

    /** The content stays untouched while its text is the same, with a reader's selection in it. */
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

/** Gives each block the direction of its own text, and code that of code. */
function direct(whole: HTMLElement): void {
  for (const code of whole.querySelectorAll<HTMLElement>('pre, code')) code.dir = 'ltr';
  // From without: what has a direction is not asked for that of the elements around it.
  for (const block of [whole, ...whole.querySelectorAll<HTMLElement>(BLOCKS)]) {
    block.dir = 'auto';
    block.dir = block.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  }
}

/** The same HTML as a document of its own, in which nothing runs and nothing is loaded. */
export function serverDocument(text: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(text) as string, 'text/html');
}

interface Policy {
  createHTML(text: string): unknown;
}

/** A page whose own policy does not name ours, and asks for none, takes the text itself. */
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
