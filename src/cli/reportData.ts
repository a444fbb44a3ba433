/** What the page of the report is given, as JSON. It imports nothing, so that the page can take these types without the rest of the command. */

export type Focus = 'security' | 'performance' | 'architecture' | 'quality';
export type Severity = 'error' | 'warning';

export interface ReportPlace {
  /** An index into `files`, as in all that follows. */
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportStep extends ReportPlace {
  readonly says: string;
}

export interface ReportFinding extends ReportPlace {
  /** Made of the fingerprint, and different for every finding of one report. */
  readonly id: string;
  /** An index into `rules`. */
  readonly rule: number;
  readonly message: string;
  readonly fixes: readonly string[];
  readonly evidence: readonly ReportStep[];
  readonly known: boolean;
}

export interface ReportRule {
  readonly name: string;
  readonly focus: Focus;
  readonly severity: Severity;
  readonly description: string;
  readonly url: string;
}

export interface ReportQuery {
  readonly name: string;
  readonly library: string;
  /** Empty where nobody knows. */
  readonly model: string;
  readonly access: 'read' | 'write';
  readonly file: number;
  readonly line: number;
}

export interface ReportHandler {
  readonly name: string;
  readonly framework: string;
  readonly file: number;
  readonly line: number;
  /** Indices into `queries`. */
  readonly queries: readonly number[];
}

/** Some lines of a file that follow one another. */
export interface ReportChunk {
  /** The number of the first line, from 1. */
  readonly start: number;
  readonly lines: readonly string[];
}

export interface ReportData {
  /** The name of the analysed folder. */
  readonly project: string;
  readonly version: string;
  readonly eslint: string;
  readonly preset: string;
  readonly depth: string;
  readonly since: string;
  /** When it was written, as ISO 8601 has it. */
  readonly written: string;
  readonly overview: string;
  readonly lines: number;
  readonly errors: number;
  readonly warnings: number;
  readonly known: number;
  readonly fixed: number;
  /** How many findings there are, listed or not. */
  readonly found: number;
  readonly focuses: readonly { readonly focus: Focus; readonly errors: number; readonly warnings: number; readonly score: number }[];
  readonly files: readonly string[];
  /** By index of the file: the lines that are shown of it. */
  readonly code: Readonly<Record<number, readonly ReportChunk[]>>;
  readonly rules: readonly ReportRule[];
  readonly findings: readonly ReportFinding[];
  readonly queries: readonly ReportQuery[];
  readonly handlers: readonly ReportHandler[];
  /** `count` paths, some of which may not be listed. */
  readonly leftOut: readonly { readonly reason: string; readonly count: number; readonly paths: readonly string[] }[];
  readonly notParsed: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}
