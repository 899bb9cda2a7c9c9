import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * In a bundle every module would have the bundle's own address; files that a module finds beside itself (SQL, fonts,
 * migrations) are found where they lie.
 * @param {string} outdir
 * @returns {import('esbuild').Plugin}
 */
const keepAddresses = (outdir) => ({
  name: 'keep-addresses',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.')) return undefined;
      const own = `new URL(${JSON.stringify(relative(outdir, path))}, import.meta.url)`;
      const folder = `new URL(${JSON.stringify(`${relative(outdir, dirname(path))}/`)}, import.meta.url)`;
      const contents = source
        .replaceAll('import.meta.dirname', `decodeURIComponent(${folder}.pathname.slice(0, -1))`)
        .replaceAll('import.meta.filename', `decodeURIComponent(${own}.pathname)`)
        .replaceAll(/import\.meta\.url(?!\)\.(?:pathname|href))/g, `${own}.href`);
      return { contents, loader: 'ts' };
    });
  },
});

/** The house's own packages go into the bundle, everything of npm stays outside. @type {import('esbuild').Plugin} */
const ownPackagesOnly = {
  name: 'own-packages-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@waybill/') ? undefined : { path, external: true },
    );
  },
};

/**
 * Bundles an app into apps/NAME/dist/main.mjs. Files are put in place whole, so that a running start never reads half.
 * @param {string} name
 */
export const bundle = async (name) => {
  const { build } = await import('esbuild');
  const app = join(ROOT, 'apps', name);
  const outdir = join(app, 'dist');
  const { outputFiles } = await build({
    entryPoints: { main: join(app, 'src', 'main.ts') },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    absWorkingDir: ROOT,
    plugins: [keepAddresses(outdir), ownPackagesOnly],
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, contents } of outputFiles) {
    const scratch = `${path}.${process.pid}`;
    writeFileSync(scratch, contents);
    renameSync(scratch, path);
  }
};
