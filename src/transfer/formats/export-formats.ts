import type { ImportFormat } from './import-records.js';
import { ImportFileFault } from '../xml/import-file.errors.js';
import type { XmlElement } from '../xml/xml-visitor.js';

const EXPORTS: Readonly<Record<ImportFormat, { root: string; name: string }>> = {
  disqus: { root: 'disqus', name: 'Disqus' },
  wordpress: { root: 'rss', name: 'WordPress' },
};

/** The tags at the start of a warning of PHP before the export. */
const WARNING = new Set(['br', 'b']);

/** Throws unless an element may be the root of this format; the error may name another one. */
export function checkRoot(format: ImportFormat, { name, local, line }: XmlElement): void {
  const { root, name: system } = EXPORTS[format];
  if (local === root) return;
  const other = (Object.keys(EXPORTS) as ImportFormat[]).find((one) => EXPORTS[one].root === local);
  const hint = other ? `; for a ${EXPORTS[other].name} export say: import -- ${other}` : '';
  const cause = `not a ${system} export: expected <${root}>, found <${name}>${hint}`;
  throw new ImportFileFault(line, cause, WARNING.has(local));
}
