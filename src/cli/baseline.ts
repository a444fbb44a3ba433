/** Findings that a team knows of and has not mended yet: they pass, new ones do not, and what is mended never comes back unseen. */
import fs from 'node:fs';
import path from 'node:path';
import { Failure, reasonOf } from './failure.js';
import { readGiven } from './discover.js';

const VERSION = 1;

/** A finding as a baseline remembers it. */
export interface Known {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
}

export interface Compared<F extends Known> {
  readonly known: readonly F[];
  readonly fresh: readonly F[];
  /** Entries whose finding is there no longer. */
  readonly gone: readonly Known[];
}

/** @returns `undefined` where there is no such file. @throws {Failure} where it is no baseline */
export function readBaseline(file: string): readonly Known[] | undefined {
  if (!fs.existsSync(file)) return undefined;
  const complaint = `${file} is no baseline of this version; write it anew with --update-baseline after deleting it`;
  try {
    const value = JSON.parse(readGiven(file, 'the baseline')) as { version?: unknown; findings?: unknown };
    if (value.version === VERSION && Array.isArray(value.findings) && value.findings.every(isKnown)) return value.findings;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${complaint} (${reasonOf(error)})`);
  }
  throw new Failure(complaint);
}

function isKnown(value: unknown): value is Known {
  const entry = value as Record<string, unknown> | null;
  return typeof entry === 'object' && entry !== null && ['file', 'rule', 'fingerprint'].every((key) => typeof entry[key] === 'string');
}

/** Writes a baseline, one finding a line and sorted, so that a review shows what has changed. @throws {Failure} where it cannot be written */
export function writeBaseline(file: string, findings: readonly Known[]): void {
  const lines = findings.map(({ file: name, rule, fingerprint }) => `    ${JSON.stringify({ file: name, rule, fingerprint })}`).sort();
  writeGiven(file, `{\n  "version": ${VERSION},\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`, 'the baseline');
}

/** Writes what a user asked for, with the folders that it needs. @throws {Failure} */
export function writeGiven(file: string, text: string, what: string): void {
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    fs.writeFileSync(file, text);
  } catch (error) {
    throw new Failure(`${what} cannot be written: ${reasonOf(error)}`);
  }
}

/**
 * Holds findings against a baseline. An entry stands for one finding; that of a file which was moved or renamed is taken for one in another file,
 * if the file it names is gone.
 *
 * @param looked whether an analysis has looked for an entry at all: at its file, with its rule. What was not looked for is not gone.
 * @param exists whether a file of the baseline is still there
 */
export function compare<F extends Known>(findings: readonly F[], baseline: readonly Known[], looked: (entry: Known) => boolean, exists: (file: string) => boolean): Compared<F> {
  const here = new Map<string, Known[]>();
  const moved = new Map<string, Known[]>();
  for (const entry of baseline) {
    const [map, key] = exists(entry.file) ? [here, keyOf(entry)] : [moved, `${entry.rule}\0${entry.fingerprint}`];
    map.set(key, [...(map.get(key) ?? []), entry]);
  }
  const used = new Set<Known>();
  const known: F[] = [];
  const fresh: F[] = [];
  for (const finding of findings) {
    const entry = here.get(keyOf(finding))?.shift() ?? moved.get(`${finding.rule}\0${finding.fingerprint}`)?.shift();
    if (entry) {
      used.add(entry);
      known.push(finding);
    } else fresh.push(finding);
  }
  return { known, fresh, gone: baseline.filter((entry) => !used.has(entry) && looked(entry)) };
}

function keyOf({ file, rule, fingerprint }: Known): string {
  return `${file}\0${rule}\0${fingerprint}`;
}
