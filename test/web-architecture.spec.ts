import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** What runs in the pages of others: small, and of nothing but this. */
const PLACE = 'web/embed';
const OUTSIDE = /^(@colloquy\/client|lit(\/.+)?)$/;
const MAX_LINES = 300;
const FORBIDDEN_NAMES =
  /(^|[/.-])(utils?|helpers?|common|shared|misc|lib|base|constants|types)([/.-]|$)/;

const files = readdirSync(PLACE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(PLACE, file));

const codeOf = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const importsOf = (file: string) =>
  [...codeOf(file).matchAll(/(?:from|import\(|^import)\s*'([^']+)'/gm)].map(([, name]) => name);

describe('the embed', () => {
  it('imports the client, lit and itself', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) =>
          name.startsWith('.')
            ? relative(PLACE, normalize(join(dirname(file), name))).startsWith('..')
            : !OUTSIDE.test(name),
        )
        .map((name) => `${file} -> ${name}`),
    );
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  it('lets data know nothing of views, and words nothing of either', () => {
    const rooms: Readonly<Record<string, RegExp>> = {
      data: /\/(thread|panels|styles|words)\//,
      words: /\/(thread|panels|styles|data)\//,
      styles: /\/(thread|panels|data|words)\//,
    };
    const wrong = files.flatMap((file) => {
      const room = relative(PLACE, file).split('/')[0]!;
      return importsOf(file)
        .filter((name) => rooms[room]?.test(name))
        .map((name) => `${file} -> ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('asks for no eval, no inline style of its own and no picture of others', () => {
    const wrong = files.filter((file) =>
      /\beval\(|new Function|<style|<img|innerHTML/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('has names that say something, and files of one idea', () => {
    const named = files.filter((file) => FORBIDDEN_NAMES.test(file));
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > MAX_LINES);
    expect({ named, long }).toEqual({ named: [], long: [] });
  });
});
