import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Every build gives readers the same embed: other values select Lit's development build.
process.env.NODE_ENV = 'production';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const MAIN = here('embed/main.ts');
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * Whether `main` needs the module before the first comment. Such modules stay in one file, even if
 * later chunks use them, because each further file costs bytes and a round trip.
 */
function isInMain(id: string, modules: Modules): boolean {
  inMain ??= reached(MAIN, modules);
  return inMain.has(id);
}

let inMain: ReadonlySet<string> | null = null;

/** Modules of the client's index that are used only to follow a thread and to read more of it. */
const LATER = /\/client\/\w+\/((applied|whole)-events|further-pages)\.js$/;

function reached(entry: string, modules: Modules): ReadonlySet<string> {
  const seen = new Set([entry]);
  for (const id of seen)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/** Templates are shipped without the indentation of the source, styles without any white space. */
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
 * `embed.js`, `count.js`, `account.js`, `decide.js` and `security.js` have fixed names; `embed.js`
 * is one line that loads `main`. All other files have a content hash in their names, so that
 * browsers cache them permanently.
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
