import sax from 'sax';
import { ImportFileFault } from './import-file.errors.js';
import type { RepairLog } from './repair-log.js';
import { FORBIDDEN_CHARACTER, repairXml } from './xml-repair.js';
import { explainSaxError } from './xml-faults.js';
import type { XmlAttribute, XmlElement, XmlVisitor } from './xml-visitor.js';

/** Real exports nest six deep. */
const MAX_DEPTH = 64;

/** Real exports have a dozen, including namespaces; sax compares each with all before it. */
const MAX_ATTRIBUTES = 1_000;

/** Members of sax that its types lack. */
interface SaxInside {
  state: number;
  tagName: string;
  comment: string;
  /** The state of the current tag. */
  attribList: unknown[];
}
const { STATE } = sax as unknown as { STATE: { TEXT: number } };

/**
 * Reads well-formed XML in a stream and calls `visitor` for each piece, in order. Memory does not
 * grow with the file. With `repairs` it is lenient: it repairs what it can, and records it there.
 * Throws `ImportFileFault` with the line of the first fault. Entities of a document type are not
 * expanded, and a document type with declarations is refused.
 */
export async function readXml(
  texts: AsyncIterable<string>,
  visitor: XmlVisitor,
  repairs: RepairLog | null = null,
): Promise<void> {
  const reader = new XmlReader(visitor, repairs);
  const wellFormed = repairs ? repairXml(texts, visitor.roots, repairs) : texts;
  for await (const text of wellFormed) reader.write(text);
  reader.end();
}

class XmlReader {
  private readonly parser = sax.parser(true, { xmlns: true });
  private readonly inside = this.parser as unknown as SaxInside;
  private readonly open: XmlElement[] = [];
  private startLine = 1;
  private attributes: XmlAttribute[] = [];
  private readonly attributeNames = new Set<string>();
  private readonly undeclared = new Set<string>();
  private root: string | null = null;
  /** After the root, where `--lenient` ignores everything. */
  private isTrailing = false;
  /** Brackets at the end of a chunk that may belong to a `]]>`. */
  private brackets = '';

  constructor(
    private readonly visitor: XmlVisitor,
    private readonly repairs: RepairLog | null,
  ) {
    const { parser } = this;
    // sax looks up names in a plain object, which would resolve `&constructor;`.
    const entities = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };
    parser.ENTITIES = Object.assign(Object.create(null), entities);
    parser.onopentagstart = () => this.tagStarts();
    parser.onattribute = (attribute) => this.attribute(attribute as sax.QualifiedAttribute);
    parser.onopentag = (tag) => this.opens(tag as sax.QualifiedTag);
    parser.onclosetag = () => this.closes();
    parser.ontext = (text) => this.text(text);
    parser.oncdata = (text) => this.text(text);
    parser.ondoctype = (doctype) => {
      if (doctype.includes('[')) throw this.fault('a document type with declarations of its own');
    };
    parser.onprocessinginstruction = ({ name }) => this.instruction(name);
    parser.onerror = (error) => this.failed(error);
  }

  write(chunk: string): void {
    let text = this.brackets + chunk;
    this.brackets = /\]*$/.exec(text.slice(-2))![0];
    text = text.slice(0, text.length - this.brackets.length);
    const forbidden = text.search(FORBIDDEN_CHARACTER);
    this.writeChecked(forbidden < 0 ? text : text.slice(0, forbidden));
    if (forbidden >= 0) throw this.fault('a control character, which XML forbids', true);
  }

  end(): void {
    this.writeChecked(this.brackets);
    this.parser.close();
    if (this.root === null) throw new ImportFileFault(null, 'the file holds no XML element');
  }

  /** sax accepts a `]]>` in plain text, which is the sign of nested CDATA sections. */
  private writeChecked(text: string): void {
    let from = 0;
    for (let at = text.indexOf(']]>'); at >= 0; at = text.indexOf(']]>', from)) {
      this.parser.write(text.slice(from, at + 2));
      if (this.inside.state === STATE.TEXT) throw this.fault('a "]]>" outside CDATA', true);
      from = at + 2;
    }
    this.parser.write(text.slice(from));
    if (this.inside.attribList?.length > MAX_ATTRIBUTES) {
      throw this.fault(`a tag with more than ${MAX_ATTRIBUTES} attributes`);
    }
  }

  private tagStarts(): void {
    const { line, column } = this.parser;
    // The name ends with the character after it, which may be a line break.
    this.startLine = column === 0 ? line : line + 1;
    this.attributes = [];
    this.attributeNames.clear();
  }

  private attribute({ name, local, uri, value }: sax.QualifiedAttribute): void {
    if (this.attributeNames.has(name)) throw this.fault('an attribute twice in one tag', true);
    this.attributeNames.add(name);
    this.attributes.push({ local, uri, value });
  }

  private opens(tag: sax.QualifiedTag): void {
    const depth = this.open.length;
    if (depth === 0 && this.root !== null) this.opensBehindRoot(tag.name);
    if (depth >= MAX_DEPTH) throw this.fault(`elements nested more than ${MAX_DEPTH} deep`);
    const { name, local, uri } = tag;
    const { attributes, startLine: line } = this;
    const element = { name, local, uri, attributes, depth, line };
    this.root ??= name;
    this.open.push(element);
    if (!this.isTrailing) this.visitor.open(element);
  }

  private opensBehindRoot(name: string): void {
    if (name === this.root || !this.repairs) {
      throw this.fault(`a second root element, <${name}>: import files one by one`);
    }
    this.noteTrailing();
  }

  private closes(): void {
    const element = this.open.pop()!;
    if (!this.isTrailing) this.visitor.close(element);
  }

  private text(text: string): void {
    if (this.open.length > 0 && !this.isTrailing) this.visitor.text(text);
  }

  private instruction(name: string): void {
    if (!/^xml$/i.test(name) || this.parser.startTagPosition === 1) return;
    if (this.root !== null && this.repairs) return this.noteTrailing();
    throw this.fault('an XML declaration that is not at the very beginning', true);
  }

  private noteTrailing(): void {
    if (this.isTrailing) return;
    if (this.open.length > 0) throw this.fault('an XML declaration within the root element');
    this.repairs!.note(this.line(), 'dropped what stood behind the root');
    this.isTrailing = true;
  }

  private failed(error: Error): void {
    const message = error.message.split('\n', 1)[0];
    if (message.endsWith('exceeded: comment')) {
      this.inside.comment = '';
      return this.goOn();
    }
    const explained = explainSaxError(message, this.inside.tagName, this.open);
    if (this.repairs && (this.isTrailing || (this.root !== null && this.open.length === 0))) {
      this.noteTrailing();
      return this.goOn();
    }
    if (this.repairs && explained.prefix !== undefined) {
      // Reported once for each prefix, because it may be on every line.
      if (!this.undeclared.has(explained.prefix)) {
        this.repairs.note(this.line(), `took the undeclared prefix "${explained.prefix}" as it is`);
      }
      this.undeclared.add(explained.prefix);
      return this.goOn();
    }
    // If the file had the root of an export, the repaired text would start with it.
    const isNoXml = this.repairs !== null && message.startsWith('Non-whitespace before first tag');
    throw this.fault(isNoXml ? 'this is not XML' : explained.cause, explained.repairable);
  }

  private goOn(): void {
    this.parser.resume();
  }

  private line(): number {
    return this.parser.line + 1;
  }

  private fault(cause: string, repairable = false): ImportFileFault {
    return new ImportFileFault(this.line(), cause, repairable && !this.repairs);
  }
}
