/** Bundles the page of the report into one script and one style, which `--format report` puts into the HTML that it writes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

const FOLDER = join(ROOT, 'dist/src/cli/assets');

/** Writes `report.js` and `report.css`. */
export async function buildReport() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { 'report': 'src/report/main.tsx', 'report-style': 'src/report/style.css' },
    outdir: FOLDER,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    tsconfig: join(ROOT, 'src/report/tsconfig.json'),
    legalComments: 'inline',
    metafile: true,
    write: false,
  });
  mkdirSync(FOLDER, { recursive: true });
  const licences = licencesOf(Object.keys(metafile.inputs));
  for (const { path, text } of outputFiles) {
    const script = path.endsWith('.js');
    writeFileSync(join(FOLDER, script ? 'report.js' : 'report.css'), script ? `${licences}${text}` : text);
  }
}

/**
 * A comment with the licence of each package that went into the bundle, each text once.
 *
 * @param {string[]} inputs
 */
function licencesOf(inputs) {
  const packages = new Set(inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter((folder) => folder !== undefined));
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const folder of [...packages].sort()) {
    const { name, version, license } = /** @type {{ name: string, version: string, license: string }} */ (JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')));
    const file = readdirSync(join(ROOT, folder)).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} has no licence to be kept in the report`);
    // A browser reads other line ends as `\n`, and the hash in the page's policy is made of this text.
    const text = readFileSync(join(ROOT, folder, file), 'utf8').replaceAll(/\r\n?/g, '\n').replaceAll('*/', '* /').trim();
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return `/*!\n${[...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n----\n\n')}\n*/\n`;
}
