/** What narrows the page down. It stays in sight. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Focus, ReportData, Severity } from '../cli/reportData.js';
import { chosen, type Item, tallyOf } from './findings.js';
import { useKeys, type Update } from './hooks.js';
import { isNarrowed, START, type State } from './state.js';
import { grouped, TITLES } from './words.js';

/** Suggestions for a file or folder; more would only slow the field down. */
const MOST_PATHS = 400;

export function Filters({ data, items, state, update, shown }: { data: ReportData; items: readonly Item[]; state: State; update: Update; shown: number }) {
  const search = useRef<HTMLInputElement>(null);
  useKeys((key, event) => {
    if (key !== '/') return;
    event.preventDefault();
    search.current?.focus();
  });
  const paths = useMemo(() => pathsOf(items), [items]);
  const counts = useMemo(() => {
    const open = chosen(items, state, 'focuses');
    return new Map(data.focuses.map(({ focus }) => [focus, open.filter(({ rule }) => rule.focus === focus).length]));
  }, [items, state]);
  const { known } = tallyOf(items);
  const toggle = (focus: Focus): void => update({ focuses: state.focuses.includes(focus) ? state.focuses.filter((each) => each !== focus) : [...state.focuses, focus] });
  return (
    <form class="filters" role="search" aria-label="Filter the findings" onSubmit={(event) => event.preventDefault()}>
      <div class="row">
        <label class="field search">
          <span class="unseen">Search</span>
          <Typed inputRef={search} placeholder="Search messages, files, rules" value={state.query} onValue={(query) => update({ query })} />
          <kbd aria-hidden="true">/</kbd>
        </label>
        <label class="field">
          <span class="unseen">File or folder</span>
          <Typed placeholder="File or folder" list="paths" value={state.path} onValue={(path) => update({ path })} />
        </label>
        <datalist id="paths">{paths.map((path) => <option value={path} />)}</datalist>
        <label class="field">
          <span class="unseen">Rule</span>
          <select value={state.rule} onChange={(event) => update({ rule: event.currentTarget.value })}>
            <option value="">All rules</option>
            {data.rules.map(({ name }) => <option value={name}>{name}</option>)}
          </select>
        </label>
      </div>
      <div class="row">
        <div class="chips" role="group" aria-label="Focus">
          {data.focuses.map(({ focus }) => (
            <button type="button" class="chip" style={`--focus: var(--${focus})`} aria-pressed={state.focuses.includes(focus)} onClick={() => toggle(focus)}>
              <span class="dot" aria-hidden="true" />{TITLES[focus]} <span class="quiet">{grouped(counts.get(focus) ?? 0)}</span>
            </button>
          ))}
        </div>
        <fieldset class="switch">
          <legend class="unseen">Severity</legend>
          {(['', 'error', 'warning'] as const).map((severity: Severity | '') => (
            <label><input type="radio" name="severity" checked={state.severity === severity} onChange={() => update({ severity })} /><span>{severity === '' ? 'All' : severity === 'error' ? 'Errors' : 'Warnings'}</span></label>
          ))}
        </fieldset>
        {known > 0 && (
          <label class="check"><input type="checkbox" checked={state.known} onChange={(event) => update({ known: event.currentTarget.checked })} /> {grouped(known)} known to the baseline</label>
        )}
        <p class="result" role="status">
          {grouped(shown)} of {grouped(items.length)} shown
          {isNarrowed(state) && <button type="button" class="action" onClick={() => update({ ...START, known: state.known, handler: state.handler })}>Clear</button>}
        </p>
      </div>
    </form>
  );
}

/** A field that waits a moment for the next letter. */
function Typed({ value, onValue, placeholder, list, inputRef }: { value: string; onValue: (value: string) => void; placeholder: string; list?: string; inputRef?: { current: HTMLInputElement | null } }) {
  const [typed, setTyped] = useState(value);
  const timer = useRef(0);
  const sent = useRef(value);
  useEffect(() => {
    // What comes back of what was typed here must not undo the letters since.
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  const change = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = next;
      onValue(next);
    }, 120);
  };
  return (
    <input
      ref={inputRef}
      type="search"
      placeholder={placeholder}
      list={list}
      autocomplete="off"
      spellcheck={false}
      value={typed}
      onInput={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        change('');
        event.currentTarget.blur();
      }}
    />
  );
}

function pathsOf(items: readonly Item[]): string[] {
  const counts = new Map<string, number>();
  for (const { file } of items) {
    for (let slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) counts.set(file.slice(0, slash + 1), (counts.get(file.slice(0, slash + 1)) ?? 0) + 1);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_PATHS).map(([path]) => path).sort();
}
