/** What code scanning reads: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
import type { Location as SarifLocation, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Analysis, Finding, Location } from '../analysis.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/backend-patterns/eslint-plugin-backend-patterns';
const BASE = 'SRCROOT';

/** @param most findings that are listed */
export function formatSarif(analysis: Analysis, most: number): string {
  const { rules, findings, version, notParsed } = analysis;
  const index = new Map(rules.map(({ name }, at) => [name, at]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'backend-patterns', semanticVersion: version, version, informationUri: HOME, rules: rules.map(describe) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder that was analysed.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notParsed.map(notification) }],
        results: findings.slice(0, most).map((finding) => resultOf(finding, index.get(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describe({ name, focus, severity, description, url }: Analysis['rules'][number]): ReportingDescriptor {
  return {
    id: name,
    name,
    shortDescription: { text: `${description}.` },
    helpUri: url,
    defaultConfiguration: { level: severity },
    properties: { tags: [focus] },
  };
}

function resultOf({ rule, severity, message, fingerprint, evidence, known, messageId, suggestions, ...place }: Finding, ruleIndex = -1): Result {
  const steps = evidence.map((each) => ({ location: locate(each, each.says) }));
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [locate(place)],
    ...(evidence.length > 0 && {
      relatedLocations: evidence.map((each, id) => ({ id, ...locate(each, each.says) })),
      codeFlows: [{ threadFlows: [{ locations: [{ location: locate(place, message) }, ...steps] }] }],
    }),
    partialFingerprints: { 'backendPatterns/v1': fingerprint },
    baselineState: known ? 'unchanged' : 'new',
    properties: { messageId, ...(suggestions.length > 0 && { suggestions: suggestions.map((each) => each.message) }) },
  };
}

function locate({ file, line, column, endLine, endColumn }: Location, says?: string): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: BASE },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
    ...(says !== undefined && { message: { text: says } }),
  };
}

function notification({ file, line, column, message }: Analysis['notParsed'][number]): Notification {
  return {
    level: 'warning',
    message: { text: `Not parsed: ${message}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: BASE }, region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) } } }],
  };
}

/** A path as a relative URI: spaces, brackets and the like encoded, the slashes kept. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
