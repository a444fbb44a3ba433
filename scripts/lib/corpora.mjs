/** Code to measure with: packages of the npm registry that hold a real server, and some that hold none. Fetched on first use. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ name: string, folder: string, isBackend: boolean, what: string }} Corpus */

/** Outside of the repository, whose own package.json would count as theirs. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'backend-patterns-bench');

const PACKAGES = [
  { name: 'ghost', version: '6.65.0', integrity: 'sha512-D369qivOmfn4YwvBD1DljOGsHnJzBEQhBsiFnBZD+GjWrBpdZQYYNHneiQcKQVJwUom8eHWml1n5FRLQIwVFOg==', within: 'core/server', isBackend: true, what: 'Express, Bookshelf; as it is written' },
  { name: 'parse-server', version: '9.10.0', integrity: 'sha512-f4IIsWLsh30mOJl6u6SB3GBrj7Zj4f69dKkI0PPZxNeVttlKFBEg/VHc2AQrWKWRvnIlWy22o2UdX4ECPDPCIw==', within: 'lib', isBackend: true, what: 'Express, MongoDB, pg-promise; compiled by Babel' },
  { name: '@medusajs/medusa', version: '2.21.2', integrity: 'sha512-kzotmmmdv8hou319iRiYuDDqqNzxPWf9d7HHidRhagmHDGU+b863ecLaeLyfAvyc2UniFxb/UpnwjvKDvZ0cuA==', within: 'dist', isBackend: true, what: 'Express, its own ORM layer; compiled by tsc' },
  { name: 'three', version: '0.170.0', integrity: 'sha512-FQK+LEpYc0fBD+J8g6oSEyyNzjp+Q7Ks1C568WWaoMRLW+TkNNWmenWeGgJjV105Gd+p/2ql1ZcjYvNiPZBhuQ==', within: 'src', isBackend: false, what: 'a front end’s library' },
  { name: 'rxjs', version: '7.8.1', integrity: 'sha512-AA3TVj+0A2iuIoQkWEK/tqFjBq2j+6PO6Y0zJcvzLAFhEFIO3HL0vls9hWLncZbAAbK0mar7oZ4V079I/qPMxg==', within: 'src', isBackend: false, what: 'a library of helpers' },
];

/** @returns {Corpus[]} The default corpora, laid out on this machine. */
export function defaultCorpora() {
  return PACKAGES.map(({ name, version, integrity, within, isBackend, what }) => ({ name: `${name}@${version}`, folder: join(fetched(name, version, integrity), within), isBackend, what }));
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} integrity
 * @returns {string} The folder of a package of the npm registry.
 */
function fetched(name, version, integrity) {
  const folder = join(CACHE, `${name.replace('/', '+')}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const [pack] = /** @type {{ filename: string }[]} */ (JSON.parse(runIn(CACHE, 'npm', ['pack', '--json', '--loglevel=error', `${name}@${version}`])));
  const tarball = join(CACHE, pack?.filename ?? '');
  const digest = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (digest !== integrity) throw new Error(`${name}@${version} is not what it was: ${digest}`);
  const unpacked = `${folder}.new`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked);
  runIn(CACHE, 'tar', ['-xzf', tarball, '-C', unpacked, '--strip-components', '1']);
  rmSync(tarball);
  renameSync(unpacked, folder);
  return folder;
}

/**
 * Installs packages into a folder of their own, once.
 *
 * @param {Readonly<Record<string, string>>} packages Name → version.
 * @returns {string} The folder.
 */
export function installed(packages) {
  const folder = join(CACHE, 'plugins');
  const missing = Object.entries(packages).filter(([name, version]) => versionIn(folder, name) !== version);
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    runIn(folder, 'npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...missing.map(([name, version]) => `${name}@${version}`)]);
  }
  return folder;
}

/**
 * @param {string} folder
 * @param {string} name
 */
function versionIn(folder, name) {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? /** @type {{ version: string }} */ (JSON.parse(readFileSync(file, 'utf8'))).version : undefined;
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 */
export function runIn(cwd, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
