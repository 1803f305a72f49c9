import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, filesBelow, importsOf, specifiersOf } from './support/source-tree.js';

/** The folders beside `src/`, and the imports each may have: their code runs in host pages. */
const STREETS: Readonly<Record<string, RegExp>> = {
  'packages/client': /^(openapi-fetch|socket\.io-client)$/,
  'packages/passages': /^$/,
  'web/parts': /^(@colloquy\/client|lit(\/.+)?)$/,
  'web/count': /^$/,
  'web/account': /^$/,
  'web/security': /^(@simplewebauthn\/browser|web\/(account|parts))$/,
  'web/embed': /^(@colloquy\/(client|passages(\/\w+)?)|lit(\/.+)?|web\/parts)$/,
};

/** The wings of the embed: each imports only from earlier lines. Files beside them start it. */
const WINGS = [
  ['words', 'styles'],
  ['data'],
  ['discussion'],
  ['thread'],
  ['panels', 'article', 'bell'],
  ['element'],
];
/** A larger wing or folder should be split. */
const MAX_FILES = 25;
const MAX_LINES = 300;
const GENERATED = 'packages/client/src/schema.ts';
const FORBIDDEN_NAMES =
  /(^|[/.-])(utils?|helpers?|common|shared|misc|lib|base|constants|types)([/.-]|$)/;

const streetOf = (file: string) => file.split('/').slice(0, 2).join('/');
const wingOf = (file: string) => file.split('/').slice(2, -1)[0] ?? null;
const files = ['web', 'packages'].flatMap(filesBelow).filter((file) => streetOf(file) in STREETS);
const inPages = files.filter((file) => file.startsWith('web/'));

describe('the web and the packages', () => {
  it('stand in streets that are known', () => {
    const others = filesBelow('web').filter((file) => !(streetOf(file) in STREETS));
    expect(others.map(streetOf)).toEqual(['web/vite.config.ts']);
    expect(files.length).toBeGreaterThan(100);
  });

  it('import themselves and what their street may', () => {
    const wrong = files
      .filter((file) => !file.endsWith('.spec.ts'))
      .flatMap((file) => {
        const own = importsOf(file).map(streetOf);
        const named = specifiersOf(file).filter((name) => !name.startsWith('.'));
        return [...own.filter((street) => street !== streetOf(file)), ...named]
          .filter((name) => !STREETS[streetOf(file)].test(name))
          .map((name) => `${file} -> ${name}`);
      });
    expect(wrong).toEqual([]);
  });

  it('import only downwards from wing to wing of the embed', () => {
    const floorOf = (wing: string | null) => WINGS.findIndex((wings) => wings.includes(wing ?? ''));
    const embed = files.filter((file) => streetOf(file) === 'web/embed');
    const wings = new Set(embed.map(wingOf).filter((wing) => wing !== null));
    expect([...wings].toSorted()).toEqual(WINGS.flat().toSorted());
    const wrong = embed.flatMap((file) =>
      importsOf(file)
        .filter((target) => streetOf(target) === 'web/embed')
        .filter((target) => wingOf(file) !== null && wingOf(target) !== wingOf(file))
        .filter((target) => floorOf(wingOf(target)) >= floorOf(wingOf(file)) || !wingOf(target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('ask for no eval, no inline style of their own and no picture of others', () => {
    const wrong = inPages.filter((file) => /\beval\(|new Function|<style|<img/.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });

  it('turn text into HTML in one place', () => {
    const sinks = inPages.filter((file) =>
      /innerHTML|outerHTML|unsafeHTML|parseFromString/.test(codeOf(file)),
    );
    expect(sinks).toEqual(['web/parts/server-html.ts']);
  });

  it('have names that say something, files of one idea, and folders that one can look over', () => {
    const named = files.filter((file) => FORBIDDEN_NAMES.test(file));
    const long = files
      .filter((file) => file !== GENERATED)
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > MAX_LINES);
    const folders = files.filter((file) => !file.endsWith('.spec.ts')).map((file) => dirname(file));
    const full = [...new Set(folders)].filter(
      (folder) => folders.filter((each) => each === folder).length > MAX_FILES,
    );
    expect({ named, long, full }).toEqual({ named: [], long: [], full: [] });
  });
});
