import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Readers get the same embed from every build: with another value Vite would take Lit for developers.
process.env.NODE_ENV = 'production';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const MAIN = here('embed/main.ts');
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * Whether `main` needs it before the first comment. Such modules stay in one file, also when what is
 * loaded later uses them: each file more costs bytes, and a round trip.
 */
function isInMain(id: string, modules: Modules): boolean {
  inMain ??= reached(MAIN, modules);
  return inMain.has(id);
}

let inMain: ReadonlySet<string> | null = null;

/** Modules of the client's one index that only the following of a thread, and what is read of it further, use. */
const LATER = /\/client\/\w+\/((applied|whole)-events|further-pages)\.js$/;

function reached(entry: string, modules: Modules): ReadonlySet<string> {
  const seen = new Set([entry]);
  for (const id of seen)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/** Templates reach readers without the indentation of the source, styles without any room. */
const NARROW = {
  name: 'narrow-templates',
  enforce: 'pre' as const,
  transform(source: string, id: string) {
    if (!id.startsWith(here('.'))) return null;
    const code = source
      .replace(/(?<=\bcss`)[^`]*/g, (css) =>
        css.replace(/\/\*.*?\*\//gs, '').replace(/\s*([{};,])\s*|(?<=:) /g, '$1'),
      )
      .replace(/\n\s+/g, '\n');
    return { code, map: null };
  },
};

/**
 * `embed.js` keeps its name and is a line that loads `main`; `count.js`, `account.js`, `decide.js` and
 * `security.js` keep theirs. All else carries
 * a hash of its content, so that browsers keep it for good.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [NARROW],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        embed: here('embed/embed.ts'),
        main: here('embed/main.ts'),
        count: here('count/count-element.ts'),
        account: here('account/account-page.ts'),
        decide: here('account/decide-page.ts'),
        security: here('security/security-page.ts'),
      },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: ({ name }) => (name === 'main' ? 'embed/[name]-[hash].js' : '[name].js'),
        chunkFileNames: 'embed/[name]-[hash].js',
        assetFileNames: 'embed/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            {
              debugName: 'main',
              name: (id: string, modules: Modules) =>
                isInMain(id, modules) && !LATER.test(id) ? 'main' : null,
            },
          ],
        },
      },
    },
  },
});
