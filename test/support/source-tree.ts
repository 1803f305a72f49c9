import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every TypeScript file below a folder, as a path from the repository's root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .toSorted();
}

/** The code without comments, so that prose is not mistaken for code. */
export function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** The specifiers of all imports of a file, types included. */
export function specifiersOf(file: string): string[] {
  const found = codeOf(file).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm);
  return [...found].map(([, specifier]) => specifier);
}

/** The files of this repository that a file imports. */
export function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) =>
      normalize(join(dirname(file), specifier.replace(/\.js$/, '.ts'))).replaceAll('\\', '/'),
    );
}

/** The first import cycle among the files, in order; type imports count, too. */
export function findCircle(files: readonly string[]): string[] | null {
  const known = new Set(files);
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file) || !known.has(file)) return null;
    for (const next of importsOf(file)) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of files) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}
