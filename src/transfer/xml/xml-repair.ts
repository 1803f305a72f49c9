import type { RepairLog } from './repair-log.js';
import { findTagEnd } from './tag-end.js';
import { countLineBreaks, repairProlog } from './xml-prolog.js';
import { MAX_REFERENCE, repairReference } from './xml-references.js';
import { repairTag } from './xml-tag-repair.js';

/**
 * How much text is allowed before the root, and how far to search for the end of a tag or a
 * comment.
 */
const MAX_LOOKAHEAD = 65_536;

/** Characters that XML 1.0 forbids even as references: most controls, and noncharacters. */
export const FORBIDDEN_CHARACTER = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;

const FORBIDDEN_OR_BREAK = /(?![\t\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
const MARK = /[<&]|\]\]>/g;
const TAG_START = /<\/?[\p{L}_][\p{L}\p{N}_.:-]*(?=[\s/>])/uy;
const CUT_TAG_START = /^<\/?[\p{L}\p{N}_.:-]*$/u;

/**
 * A piece of the source up to `to`, and the text that replaces it. Null: more text is needed to
 * decide.
 */
type Step = { to: number; text: string } | null;

/**
 * Rewrites the mistakes of real exports into well-formed XML for the same strict parser. The number
 * of line breaks stays, so that later faults have the lines of the file. Missing parts (a closing
 * tag, the end of the file) are never added.
 */
export async function* repairXml(
  texts: AsyncIterable<string>,
  roots: readonly string[],
  log: RepairLog,
): AsyncGenerator<string> {
  const repair = new XmlRepair(roots, log);
  for await (const text of texts) yield repair.push(text);
  yield repair.end();
}

class XmlRepair {
  private rest = '';
  /** The line of the first character of `rest`, and that of the next text pushed. */
  private line = 1;
  private pushedLine = 1;
  private inProlog = true;
  private inCdata = false;

  constructor(
    private readonly roots: readonly string[],
    private readonly log: RepairLog,
  ) {}

  push(text: string): string {
    this.rest += this.withoutForbidden(text);
    return this.advance(false);
  }

  end(): string {
    return this.advance(true);
  }

  private withoutForbidden(text: string): string {
    let line = this.pushedLine;
    this.pushedLine += countLineBreaks(text);
    if (!FORBIDDEN_CHARACTER.test(text)) return text;
    return text.replace(FORBIDDEN_OR_BREAK, (character) => {
      if (character !== '\n') this.log.note(line, 'dropped a control character');
      else line += 1;
      return character === '\n' ? character : '';
    });
  }

  private advance(final: boolean): string {
    let output = '';
    let at = 0;
    if (this.inProlog) {
      const prolog = repairProlog(this.rest, this.roots);
      if (!prolog && !final && this.rest.length < MAX_LOOKAHEAD) return '';
      this.inProlog = false;
      if (prolog) {
        output = prolog.text;
        at = prolog.rootAt;
        this.line += countLineBreaks(this.rest.slice(0, at));
        if (prolog.droppedLine)
          this.log.note(prolog.droppedLine, 'dropped what stood before the root');
      }
    }
    while (at < this.rest.length) {
      const step = this.inCdata ? this.cdata(at, final) : this.content(at, final);
      if (!step) break;
      this.line += countLineBreaks(this.rest.slice(at, step.to));
      output += step.text;
      at = step.to;
    }
    this.rest = this.rest.slice(at);
    return output;
  }

  private cdata(at: number, final: boolean): Step {
    const end = this.rest.indexOf(']]>', at);
    if (end < 0) return this.allButTail(at, final);
    this.inCdata = false;
    return this.asIs(at, end + 3);
  }

  private content(at: number, final: boolean): Step {
    MARK.lastIndex = at;
    const mark = MARK.exec(this.rest);
    if (!mark) return this.allButTail(at, final);
    if (mark.index > at) return this.asIs(at, mark.index);
    if (mark[0] === '&') return this.reference(at, final);
    if (mark[0] === '<') return this.markup(at, final);
    return this.put(at + 3, ']]&gt;', 'escaped a "]]>" in a text');
  }

  private reference(at: number, final: boolean): Step {
    if (!final && this.rest.length - at < MAX_REFERENCE) return null;
    const { to, text, what } = repairReference(this.rest, at);
    return what === null ? { to, text } : this.put(to, text, what);
  }

  private markup(at: number, final: boolean): Step {
    const { rest } = this;
    const waits = !final && rest.length - at < MAX_LOOKAHEAD;
    if (waits && rest.length - at < '<![CDATA['.length) return null;
    if (rest.startsWith('<![CDATA[', at)) {
      this.inCdata = true;
      return this.asIs(at, at + '<![CDATA['.length);
    }
    if (rest.startsWith('<!--', at)) return this.comment(at, waits);
    if (rest.startsWith('<!', at)) return this.asIs(at, at + 2);
    if (rest.startsWith('<?', at)) {
      const end = rest.indexOf('?>', at);
      if (end < 0) return waits ? null : this.asIs(at, rest.length);
      return this.asIs(at, end + 2);
    }
    return this.tag(at, waits);
  }

  private tag(at: number, waits: boolean): Step {
    const { rest } = this;
    TAG_START.lastIndex = at;
    if (!TAG_START.test(rest)) {
      if (waits && CUT_TAG_START.test(rest.slice(at))) return null;
      return this.put(at + 1, '&lt;', 'escaped a bare "<"');
    }
    const end = findTagEnd(rest, at);
    if (end === 'unclosed') return waits ? null : this.asIs(at, rest.length);
    if (end === 'no tag') return this.put(at + 1, '&lt;', 'escaped a bare "<"');
    const { tag, what } = repairTag(rest.slice(at, end));
    return what === null ? this.asIs(at, end) : this.put(end, tag, what);
  }

  private comment(at: number, waits: boolean): Step {
    const end = this.rest.indexOf('-->', at + 4);
    if (end < 0) return waits ? null : this.asIs(at, this.rest.length);
    const body = this.rest.slice(at + 4, end);
    if (!body.includes('--') && !body.endsWith('-')) return this.asIs(at, end + 3);
    const breaks = '\n'.repeat(countLineBreaks(body));
    return this.put(end + 3, `<!--${breaks}-->`, 'dropped a comment with "--" in it');
  }

  /** Holds back the last two characters, which may start a `]]>`. */
  private allButTail(at: number, final: boolean): Step {
    const to = final ? this.rest.length : this.rest.length - 2;
    return to > at ? this.asIs(at, to) : null;
  }

  private asIs(from: number, to: number): Step {
    return { to, text: this.rest.slice(from, to) };
  }

  private put(to: number, text: string, what: string): Step {
    this.log.note(this.line, what);
    return { to, text };
  }
}
