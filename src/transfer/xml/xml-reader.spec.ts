import { faultOf, importText } from '../../../test/fixtures/import-text.js';
import { RepairLog } from './repair-log.js';
import { readXml } from './xml-reader.js';
import type { XmlElement, XmlVisitor } from './xml-visitor.js';

/** Records what a file contains as one string, for short comparisons. */
class Recorder implements XmlVisitor {
  readonly roots = ['a'];
  readonly elements: XmlElement[] = [];
  heard = '';

  open(element: XmlElement): void {
    this.elements.push(element);
    const attributes = element.attributes.map(({ local, value }) => ` ${local}=${value}`).join('');
    this.heard += `<${element.local}${attributes}>`;
  }

  text(text: string): void {
    this.heard += text;
  }

  close(element: XmlElement): void {
    this.heard += `</${element.local}>`;
  }
}

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, repairs: RepairLog | null = null, size = 7) {
  const recorder = new Recorder();
  await readXml(inPieces(text, size), recorder, repairs);
  return recorder;
}

async function fault(text: string, lenient = false): Promise<string> {
  return read(text, lenient ? new RepairLog() : null).then(
    () => 'no fault',
    (error: Error) => error.message,
  );
}

/** Asserts the same result for any split of the file into chunks. */
async function repaired(text: string) {
  const log = new RepairLog();
  const { heard } = await read(text, log, 1);
  for (const size of [3, 1_000_000]) {
    const other = new RepairLog();
    expect((await read(text, other, size)).heard).toBe(heard);
    expect(other.sorted()).toEqual(log.sorted());
  }
  return { heard, repairs: log.sorted().map(({ line, what }) => `${line}: ${what}`) };
}

describe('reading XML', () => {
  it('tells elements, texts and CDATA in order', async () => {
    const { heard } = await read('<a x="1"><b/>t &amp; u<![CDATA[<c>]]></a>');
    expect(heard).toBe('<a x=1><b></b>t & u<c></a>');
  });

  it('names the line where a tag begins', async () => {
    const { elements } = await read('<?xml version="1.0"?>\n<a>\n  <b\n c="1"/></a>');
    expect(elements.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('resolves namespaces, also of attributes', async () => {
    const { elements } = await read('<a xmlns="urn:a" xmlns:p="urn:p"><p:b p:id="1" id="2"/></a>');
    expect(elements[1]).toMatchObject({ name: 'p:b', local: 'b', uri: 'urn:p', depth: 1 });
    expect(elements[1].attributes.map(({ uri }) => uri)).toEqual(['urn:p', '']);
  });

  it('does not take the names of its own objects for entities or prefixes', async () => {
    expect(await fault('<a>&constructor;</a>')).toMatch(
      /^line 1: an entity that XML does not know/,
    );
  });
});

describe('a file that is not well-formed', () => {
  it.each([
    ['<a>\n<b></a>', 'line 2: </a> where <b> of line 2 is to be closed'],
    ['<a>\n<b>\n', 'line 3: the file ends while <b> of line 2 is open: it was cut off'],
    ['<a>\n<b x="', 'line 2: the file ends while <a> of line 1 is open: it was cut off'],
    ['<a>\n<b x=1/></a>', 'line 2: attribute without quotes (try --lenient)'],
    ['<a>\n<b x></b></a>', 'line 2: attribute without a value (try --lenient)'],
    ['<a>\n<b x="1" x="2"/></a>', 'line 2: an attribute twice in one tag (try --lenient)'],
    ['<a>\nx & y</a>', 'line 2: a bare "&" in a text (try --lenient)'],
    ['<a>\n&nbsp;</a>', 'line 2: an entity that XML does not know (try --lenient)'],
    ['<a>\n&#8;</a>', 'line 2: an entity that XML does not know (try --lenient)'],
    ['<a>\nx\u0008y</a>', 'line 2: a control character, which XML forbids (try --lenient)'],
    ['<a>\n1 < 2</a>', 'line 2: a bare "<" in a text (try --lenient)'],
    ['<a>\nx ]]> y</a>', 'line 2: a "]]>" outside CDATA (try --lenient)'],
    ['<a>\n<p:b/></a>', 'line 2: the namespace prefix "p" is not declared (try --lenient)'],
    ['Warning\n<a/>', 'line 1: text before the first tag (try --lenient)'],
    [
      '\n<?xml version="1.0"?><a/>',
      'line 2: an XML declaration that is not at the very beginning (try --lenient)',
    ],
    ['<a/>\nWarning', 'line 2: text outside the root element (try --lenient)'],
    ['<a/>\n<a/>', 'line 2: a second root element, <a>: import files one by one'],
    [
      '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>',
      'line 1: a document type with declarations of its own',
    ],
    ['  \n', 'the file holds no XML element'],
  ])('%j is refused', async (text, sentence) => {
    expect(await fault(text)).toBe(sentence);
  });

  it('is refused when it nests without end', async () => {
    expect(await fault('<a>'.repeat(100_000))).toBe('line 1: elements nested more than 64 deep');
  });

  it.each([false, true])(
    'is refused when a tag has attributes without end, lenient: %s',
    async (lenient) => {
      const attributes = Array.from({ length: 200_000 }, (_, number) => `a${number}="1"`);
      const text = `<a ${attributes.join(' ')}/>`;
      const reading = read(text, lenient ? new RepairLog() : null, 65_536);
      await expect(reading).rejects.toThrow('line 1: a tag with more than 1000 attributes');
    },
  );

  it('may hold a comment of any length, but no such tag', async () => {
    const long = 'x'.repeat(300_000);
    expect((await read(`<a><!--${long}--></a>`, null, 65_536)).heard).toBe('<a></a>');
    const error = await read(`<a><${long}`, null, 65_536).catch((caught: Error) => caught.message);
    expect(error).toBe('line 1: a tag or reference longer than 64 KB');
  });
});

describe('--lenient', () => {
  it.each([
    ['text before the declaration', 'Deprecated: x\n<?xml version="1.0"?>\n<a/>', '<a></a>', 1],
    ['blank lines before it', '\n\n<?xml version="1.0"?><a/>', '<a></a>', 1],
    ['HTML behind it', '<?xml version="1.0"?>\n<b>Notice</b>: x <br />\n<a/>', '<a></a>', 2],
    ['text behind the root', '<a/>\n<br /><b>Notice</b>: <br> 1 & 2', '<a></a>', 2],
    ['attributes without quotes', '<a>\n<b x=1 y=/z/></a>', '<a>\n<b x=1 y=/z></b></a>', 2],
    ['attributes without a value', '<a\nx y></a>', '<a x= y=></a>', 1],
    [
      'references in attributes',
      '<a>\n<b x="1&2&nbsp;&amp;"/></a>',
      '<a>\n<b x=1&2&nbsp;&></b></a>',
      2,
    ],
    ['attributes without a space', '<a x="1"y="2"></a>', '<a x=1 y=2></a>', 1],
    ['attributes twice', '<a>\n<b x="1" x="2"/></a>', '<a>\n<b x=1></b></a>', 2],
    ['a bare ampersand', '<a>\nR&D & AT&T<b/></a>', '<a>\nR&D & AT&T<b></b></a>', 2],
    ['entities of HTML', '<a>\n&nbsp;&amp;</a>', '<a>\n&nbsp;&</a>', 2],
    ['forbidden references', '<a>\nx&#8;y</a>', '<a>\nxy</a>', 2],
    ['a character in two halves', '<a>\n&#55357;&#56832;</a>', '<a>\n😀</a>', 2],
    ['control characters', '<a>\n<![CDATA[x\u0001y]]></a>', '<a>\nxy</a>', 2],
    ['a bare angle', '<a>\ni <3 you <me@x></a>', '<a>\ni <3 you <me@x></a>', 2],
    ['CDATA within CDATA', '<a>\n<![CDATA[x<![CDATA[y]]>z]]></a>', '<a>\nx<![CDATA[yz]]></a>', 2],
    ['an undeclared prefix', '<a>\n<p:b/><p:b/></a>', '<a>\n<b></b><b></b></a>', 2],
    ['dashes in a comment', '<a>\n<!-- a -- b --></a>', '<a>\n</a>', 2],
  ])('repairs %s and says in which line', async (_, text, heard, line) => {
    const result = await repaired(text);
    expect(result.heard).toBe(heard);
    expect(result.repairs.map((repair) => repair.split(':')[0])).toContain(String(line));
    expect(await fault(text)).not.toBe('no fault');
  });

  it('says what it did', async () => {
    const { repairs } = await repaired('x\n<a>\n<b c=1/>\n1 & 2</a>');
    expect(repairs).toEqual([
      '1: dropped what stood before the root',
      '3: put quotes around an attribute',
      '4: escaped a bare "&"',
    ]);
  });

  it('repairs nothing in a file that is right', async () => {
    const text =
      '<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE a>\n<a x = \'1\' y="&lt;>"><b/>&amp;&#128512;<![CDATA[ & <x ]] > ]]></a >\n';
    const { repairs, heard } = await repaired(text);
    expect(repairs).toEqual([]);
    expect(heard).toBe((await read(text)).heard);
  });

  it('keeps the lines of later faults', async () => {
    expect(await fault('x\ny\n<?xml version="1.0"?>\n<a b\nc>\n<d></a>', true)).toBe(
      'line 6: </a> where <d> of line 6 is to be closed',
    );
  });

  it.each([
    ['<a>\n<b>', 'line 2: the file ends while <b> of line 2 is open: it was cut off'],
    ['<a>\n<b>x</b', 'line 2: the file ends while <b> of line 2 is open: it was cut off'],
    ['<a/>\n<a/>', 'line 2: a second root element, <a>: import files one by one'],
    [
      '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
      'line 1: a document type with declarations of its own',
    ],
    ['{"a": 1}', 'line 1: this is not XML'],
  ])('does not make up what is missing: %j', async (text, sentence) => {
    expect(await fault(text, true)).toBe(sentence);
  });

  it('is what a strict fault of a warning before the root asks for', async () => {
    const warning = '<br />\n<b>Notice</b>: x<br />\n<disqus/>';
    expect(await faultOf(warning, 'disqus')).toMatch(/found <br> \(try --lenient\)$/);
    expect(await faultOf(warning, 'disqus', { lenient: true })).toBe('no fault');
  });

  it('lists the first thousand repairs and counts all', async () => {
    const post = '<post><message>1 & 2</message></post>';
    const file = await importText(`<disqus>${post.repeat(1_500)}</disqus>`, 'disqus', {
      lenient: true,
    });
    expect([file.repairs.length, file.repairCount]).toEqual([1_000, 1_500]);
  });
});

describe('the encoding', () => {
  const disqus = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n<disqus>\n`;
  const text = (name: string) =>
    `<thread dsq:id="1" xmlns:dsq="d"><id>k</id><title>${name}</title></thread><post><thread id="1"/><message>x</message><createdAt>2020-01-01T00:00:00Z</createdAt></post></disqus>`;

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${disqus('UTF-8')}${text('Ķīlis')}`)],
    [
      'UTF-16 with a byte order mark',
      Buffer.from(`\ufeff${disqus('UTF-16')}${text('Ķīlis')}`, 'utf16le'),
    ],
    ['UTF-8 that says it is UTF-16', Buffer.from(disqus('UTF-16') + text('Ķīlis'))],
  ])('is understood: %s', async (_, bytes) => {
    expect((await importText(bytes, 'disqus')).pages[0].title).toBe('Ķīlis');
  });

  it('may be an old one when it is declared', async () => {
    const cyrillic = Buffer.from([0xcc, 0xe8, 0xf0]);
    const [before, after] = text('|').split('|');
    const bytes = Buffer.concat([
      Buffer.from(disqus('windows-1251') + before),
      cyrillic,
      Buffer.from(after),
    ]);
    expect((await importText(bytes, 'disqus')).pages[0].title).toBe('Мир');
  });

  it('must hold: the line of the first wrong byte is named, far into the file too', async () => {
    const start = disqus('UTF-8');
    const bad = Buffer.concat([
      Buffer.from(`${start}Ķ\n\n`),
      Buffer.from([0xc4]),
      Buffer.from('\n'),
    ]);
    expect(await faultOf(bad, 'disqus')).toMatch(/^line 5: bytes that are not UTF-8/);
    const lines = Buffer.from(`${start}${'ā\n'.repeat(100_000)}`);
    for (const tail of [[0xff], [0xe2, 0x82], [0xe2, 0x0a, 0x0a]]) {
      const file = Buffer.concat([lines, Buffer.from(tail)]);
      expect(await faultOf(file, 'disqus')).toMatch(/^line 100003: bytes that are not UTF-8/);
    }
  });

  it('must be one that is known', async () => {
    expect(await faultOf(`${disqus('x-klingon')}</disqus>`, 'disqus')).toBe(
      'line 1: the XML declaration names an encoding that is not known here',
    );
  });
});
