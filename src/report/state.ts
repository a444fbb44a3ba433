/** What a reader has chosen, kept in the location's hash so that a link shows the same page. */
import type { Focus, Severity } from '../cli/reportData.js';

export interface State {
  readonly query: string;
  /** None: all of them. */
  readonly focuses: readonly Focus[];
  readonly severity: Severity | '';
  readonly rule: string;
  /** A file, a folder, or how one begins. */
  readonly path: string;
  /** Are findings shown that the baseline knows? */
  readonly known: boolean;
  /** The id of the finding that is open. */
  readonly finding: string;
  /** The key of the handler whose queries are shown. */
  readonly handler: string;
}

export const START: State = { query: '', focuses: [], severity: '', rule: '', path: '', known: false, finding: '', handler: '' };

const FOCUSES: readonly Focus[] = ['security', 'performance', 'architecture', 'quality'];

/** Never throws: what a hash says that is none of ours is left out. */
export function readState(hash: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: string): string => given.get(name) ?? '';
  const severity = text('severity');
  return {
    query: text('q'),
    focuses: FOCUSES.filter((focus) => text('focus').split(',').includes(focus)),
    severity: severity === 'error' || severity === 'warning' ? severity : '',
    rule: text('rule'),
    path: text('path'),
    known: given.has('known'),
    finding: text('finding'),
    handler: text('handler'),
  };
}

/** Empty for the start. Slashes stay as they are, since a browser takes them and a reader wants to read them. */
export function writeState(state: State): string {
  const given = new URLSearchParams();
  const add = (name: string, value: string): void => {
    if (value !== '') given.set(name, value);
  };
  add('q', state.query);
  add('focus', state.focuses.join(','));
  add('severity', state.severity);
  add('rule', state.rule);
  add('path', state.path);
  add('known', state.known ? '1' : '');
  add('finding', state.finding);
  add('handler', state.handler);
  return given.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
}

/** Does the state narrow the findings? */
export function isNarrowed(state: State): boolean {
  return [state.query, state.severity, state.rule, state.path].some((each) => each !== '') || state.focuses.length > 0;
}
