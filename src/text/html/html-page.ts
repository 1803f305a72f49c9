import { TextDecoder } from 'node:util';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** The metadata of a page of the host site. URLs are absolute. */
export interface HtmlPage {
  title: string | null;
  language: string | null;
  canonical: string | null;
  discussions: PageDiscussion[];
}

/** A `<colloquy-thread>` about the page itself: one with `post` is about something else. */
export interface PageDiscussion {
  key: string | null;
  url: string | null;
  title: string | null;
}

const ELEMENT = 'colloquy-thread';

/** The number of bytes in which the HTML standard searches for the encoding. */
const PRESCANNED_BYTES = 1_024;

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** The response for a page. */
export interface HtmlAnswer {
  bytes: Uint8Array;
  contentType: string;
  /** The URL of the page, to resolve relative URLs. */
  address: string;
}

export function readHtmlAnswer({ bytes, contentType, address }: HtmlAnswer): HtmlPage {
  const { buffer, byteOffset, length } = bytes;
  const text = decodeHtml(Buffer.from(buffer, byteOffset, length), charsetIn(contentType));
  return readHtmlPage(text, address);
}

/** Parses a page like a browser, without scripts: what those would add is not seen. */
export function readHtmlPage(text: string, address: string): HtmlPage {
  const elements = [...elementsOf(parse(text))];
  const inHead = elements.filter(({ parentNode }) => parentNode?.nodeName === 'head');
  const base = absolute(attribute(inHead.find(isNamed('base')), 'href'), address) ?? address;
  const discussions = elements
    .filter((element) => isNamed(ELEMENT)(element) && !attribute(element, 'post'))
    .map((element) => ({
      key: attribute(element, 'key'),
      url: absolute(attribute(element, 'url'), base),
      title: line(attribute(element, 'page-title')),
    }));
  return {
    title: line(textOf(inHead.find(isNamed('title')))),
    language: attribute(elements.find(isNamed('html')), 'lang'),
    canonical: absolute(attribute(inHead.find(isCanonical), 'href'), base),
    discussions,
  };
}

/**
 * Decodes a page. The encoding is that of the byte order mark, of the header, or of the page
 * itself; else UTF-8.
 * @param label of the encoding in the header of the response
 */
export function decodeHtml(bytes: Buffer, label: string | null): string {
  const meta = [...elementsOf(parse(bytes.toString('latin1', 0, PRESCANNED_BYTES)))].filter(
    isNamed('meta'),
  );
  const own = meta.map(
    (element) => attribute(element, 'charset') ?? charsetIn(attribute(element, 'content')),
  );
  const labels = [markOf(bytes), label, ...own, 'utf-8'];
  const known = labels.flatMap((one) => (one === null ? [] : (decoderOf(one) ?? [])));
  return known[0].decode(bytes);
}

/** The charset of a media type. */
export function charsetIn(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function markOf(bytes: Buffer): string | null {
  const marks: [label: string, hex: string][] = [
    ['utf-8', 'efbbbf'],
    ['utf-16le', 'fffe'],
    ['utf-16be', 'feff'],
  ];
  return marks.find(([, hex]) => bytes.toString('hex', 0, 3).startsWith(hex))?.[0] ?? null;
}

/** Null for an unknown encoding. */
function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** In document order. Iterative, because a page may be nested deeply. */
function* elementsOf(root: Node): Generator<Element> {
  const rest: Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if ('tagName' in node) yield node;
    // One by one, because a call cannot have 100,000 arguments.
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) rest.push(child);
  }
}

function isNamed(name: string): (element: Element) => boolean {
  return ({ tagName }) => tagName === name;
}

function isCanonical(element: Element): boolean {
  const rel = isNamed('link')(element) ? attribute(element, 'rel') : null;
  return rel !== null && rel.toLowerCase().split(/\s+/).includes('canonical');
}

/** Null also for an empty one. */
function attribute(element: Element | undefined, name: string): string | null {
  return element?.attrs.find((one) => one.name === name)?.value || null;
}

function textOf(element: Element | undefined): string | null {
  const texts = element?.childNodes.map((node) => ('value' in node ? node.value : '')) ?? [];
  return texts.join('') || null;
}

function line(text: string | null): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}

/** Null if the URL cannot be that of a page, by the same rules as in the embed. */
function absolute(address: string | null, base: string): string | null {
  if (address === null || !URL.canParse(address, base)) return null;
  const { href } = new URL(address, base);
  return /^https?:/.test(href) ? href : null;
}
