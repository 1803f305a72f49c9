import type { XmlElement } from './xml-visitor.js';

/** Longer names, titles, ids and dates are cut. */
const MAX_FIELD = 4_096;

/** The children of one record whose text is collected; each keeps its first value. */
export class FieldCapture {
  private readonly fields = new Map<string, string>();
  private readonly cut = new Set<string>();
  private current: { name: string; depth: number; limit: number; text: string } | null = null;

  /** Whether a field is being read; then no other one may be started. */
  get isReading(): boolean {
    return this.current !== null;
  }

  /** Starts a field with `element`; its text is stored under `name`, up to `limit` characters. */
  start(name: string, element: XmlElement, limit = MAX_FIELD): void {
    if (this.fields.has(name)) return;
    this.current = { name, depth: element.depth, limit, text: '' };
  }

  text(text: string): void {
    const { current } = this;
    if (!current) return;
    const room = current.limit - current.text.length;
    if (text.length > room) this.cut.add(current.name);
    current.text += text.length > room ? text.slice(0, room) : text;
  }

  /** Unescaped markup in a text is restored as text. */
  openWithin(element: XmlElement): void {
    const attributes = element.attributes
      .filter(({ local }) => local === 'href' || local === 'src' || local === 'alt')
      .map(({ local, value }) => ` ${local}="${value.replaceAll('"', '&quot;')}"`);
    this.text(`<${element.local}${attributes.join('')}>`);
  }

  close(element: XmlElement): void {
    const { current } = this;
    if (!current) return;
    if (element.depth > current.depth) this.text(`</${element.local}>`);
    if (element.depth !== current.depth) return;
    // XML replaces a carriage return and line feed by a line feed.
    this.fields.set(current.name, current.text.replace(/\r\n?/g, '\n'));
    this.current = null;
  }

  /** Trimmed; empty if the field is missing. */
  get(name: string): string {
    return (this.fields.get(name) ?? '').trim();
  }

  has(name: string): boolean {
    return this.fields.has(name);
  }

  wasCut(name: string): boolean {
    return this.cut.has(name);
  }
}
