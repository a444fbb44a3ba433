import { twinOf } from './twin.mjs';

/** @typedef {import('./lint.mjs').Finding} Finding */
/** @typedef {{ file: string, line: number, endLine?: number, rule: string, kind: string, verdict: 'tp' | 'debatable', tags?: string[], note?: string }} Label */
/** @typedef {{ file: string, line: number, endLine?: number, rule: string, why: string }} HardNegative */
/** @typedef {{ repo: string, roots: string[], ignore?: string[], ruleRoots?: Record<string, string[]>, labels: Label[], hardNegatives?: HardNegative[] }} Labelled */
/** @typedef {{ found: Label[], missed: Label[], falseAlarms: Finding[], debatable: number, careless: { finding: Finding, why: string }[] }} Score */

/** How far a report may stand from the lines of its label. */
const NEAR = 2;

/**
 * The rules that were labelled in a set of repositories: each has a label or a hard negative in one of them at least, and so was looked for in all.
 *
 * @param {readonly Labelled[]} all
 * @returns {string[]}
 */
export function labelledRules(all) {
  return [...new Set(all.flatMap(({ labels, hardNegatives = [] }) => [...labels, ...hardNegatives].map(({ rule }) => rule)))].sort();
}

/**
 * Holds one repository's reports of one rule against its labels.
 *
 * @param {Labelled} labelled
 * @param {string} rule
 * @param {readonly Finding[]} findings
 * @returns {Score}
 */
export function score(labelled, rule, findings) {
  const roots = labelled.ruleRoots?.[rule];
  const counts = (/** @type {{ rule: string, file: string }} */ entry) =>
    entry.rule === rule && (roots === undefined || roots.some((root) => isUnder(entry.file, root)));
  const labels = labelled.labels.filter(counts);
  const reports = findings.filter(counts);
  const matched = assign(labels, reports);

  const real = labels.filter(({ verdict }) => verdict === 'tp');
  const found = new Set(real.filter((label) => matched.has(label)));
  for (const label of matched.keys()) {
    if (!label.tags?.includes('alternative-site')) continue;
    const twin = twinOf(label, labels, found);
    if (twin?.verdict === 'tp') found.add(twin);
  }

  const used = new Set(matched.values());
  const falseAlarms = reports.filter((report) => !used.has(report));
  const careless = falseAlarms.flatMap((finding) => {
    const trap = labelled.hardNegatives?.find((negative) => negative.rule === rule && distance(negative, finding) <= NEAR);
    return trap ? [{ finding, why: trap.why }] : [];
  });
  return {
    found: [...found],
    missed: real.filter((label) => !found.has(label)),
    falseAlarms,
    debatable: [...matched.keys()].filter(({ verdict }) => verdict === 'debatable').length,
    careless,
  };
}

/**
 * Gives every label at most one report of its own: near reports before far ones, and at the same distance true labels
 * before debatable ones. No label goes without while another arrangement would serve it too (Kuhn's algorithm: a label
 * takes a report from one that can do with a different report).
 *
 * @param {readonly Label[]} labels
 * @param {readonly Finding[]} reports
 * @returns {Map<Label, Finding>}
 */
function assign(labels, reports) {
  /** @type {Map<Finding, Label>} */
  const owners = new Map();
  const order = labels.toSorted((a, b) => Number(a.verdict === 'debatable') - Number(b.verdict === 'debatable'));
  for (let radius = 0; radius <= NEAR; radius++) {
    const settled = new Set(owners.values());
    for (const label of order) if (!settled.has(label)) take(label, radius, new Set());
  }
  return new Map([...owners].map(([report, label]) => [label, report]));

  /** @type {(label: Label, radius: number, tried: Set<Finding>) => boolean} */
  function take(label, radius, tried) {
    const near = reports.filter((report) => distance(label, report) <= radius && !tried.has(report));
    // Of several reports on its lines, a label takes the one of its own kind.
    near.sort((a, b) => distance(label, a) - distance(label, b) || Number(a.messageId !== label.kind) - Number(b.messageId !== label.kind));
    for (const report of near) {
      tried.add(report);
      const owner = owners.get(report);
      if (owner !== undefined && !take(owner, radius, tried)) continue;
      owners.set(report, label);
      return true;
    }
    return false;
  }
}

/**
 * Lines between a report and a label's lines; infinite in another file.
 *
 * @param {{ file: string, line: number, endLine?: number | undefined }} label
 * @param {{ file: string, line: number }} report
 */
function distance({ file, line, endLine = line }, report) {
  if (file !== report.file) return Infinity;
  return Math.max(line - report.line, report.line - endLine, 0);
}

/**
 * @param {string} file
 * @param {string} root
 */
function isUnder(file, root) {
  return root === '.' || file === root || file.startsWith(`${root}/`);
}
