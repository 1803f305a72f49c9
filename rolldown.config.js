/**
 * Bundles what `tsc` compiled with its packages: the modules of `build/` and their packages are 3,500 files,
 * and Node needs half of a start to find and read them. What runs is in `dist/`; `npm run dev` runs `build/`.
 */
export default {
  input: {
    main: 'build/main.js',
    'cli/main': 'build/cli/main.js',
    'text/markdown/long-text-worker': 'build/text/markdown/long-text-worker.js',
  },
  platform: 'node',
  external: [
    // They find a library and a thread by their own place.
    /^@node-rs\//,
    'piscina',
    // Options that the service does not use, most of them not installed.
    /^@nestjs\/(microservices|platform-express)(\/|$)/,
    /^@fastify\/(multipart|static|view)$/,
    /^class-transformer(\/|$)/,
    'pg-native',
    'typescript',
  ],
  plugins: [{ name: 'require-within-the-bundle', transform: requireWithinTheBundle() }],
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Schemas of the API and lines of the log are named after classes, which a bundle may rename.
    keepNames: true,
    comments: { legal: true, annotation: false, jsdoc: false },
  },
};

/** Otherwise these packages would load further packages a second time, from `node_modules`. */
function requireWithinTheBundle() {
  const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';
  return {
    filter: { id: /node_modules\/@nestjs\//, code: OWN_REQUIRE },
    handler: (code) => code.replace(OWN_REQUIRE, ''),
  };
}
