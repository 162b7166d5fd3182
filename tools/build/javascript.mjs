import { join } from 'node:path'

/** Writes dist/ as JavaScript: ESM, and CommonJS too for a published package. Dependencies stay imports. */
export async function buildJavaScript({ folder, published }, entries) {
  const { build } = await import('tsdown')
  await build({
    config: false,
    cwd: folder,
    entry: entries,
    outDir: 'dist',
    format: published ? ['esm', 'cjs'] : ['esm'],
    platform: 'node',
    target: 'node20.19',
    fixedExtension: false,
    tsconfig: join(folder, 'tsconfig.json'),
    dts: false,
    clean: true,
    logLevel: 'error',
  })
}
