import { useMemo } from 'preact/hooks';
import type { ReportData } from '../cli/reportData.js';
import { Growing, Path } from './bits.js';
import { Charts } from './charts.js';
import { Filters } from './filters.js';
import { chosen, itemsOf } from './findings.js';
import { Head, Scores } from './head.js';
import { useLocation, useTheme } from './hooks.js';
import { List } from './list.js';
import { Routes } from './routes.js';
import { counted, grouped } from './words.js';

export function Page({ data }: { data: ReportData }) {
  const [state, update] = useLocation();
  const [theme, setTheme] = useTheme();
  const items = useMemo(() => itemsOf(data), [data]);
  const shown = useMemo(() => chosen(items, state), [items, state]);
  const toFindings = (event: Event): void => {
    event.preventDefault();
    document.getElementById('findings')?.focus();
  };
  return (
    <>
      <a class="skip" href="#findings" onClick={toFindings}>To the findings</a>
      <Head data={data} theme={theme} setTheme={setTheme} />
      <main>
        <Scores data={data} state={state} update={update} />
        <Filters data={data} items={items} state={state} update={update} shown={shown.length} />
        {items.length > 0 && <Charts data={data} items={items} state={state} update={update} />}
        <Routes data={data} items={items} state={state} update={update} />
        <List data={data} items={shown} state={state} update={update} />
        <LeftOut data={data} />
      </main>
      <footer class="quiet">
        <p>Keys: <kbd>/</kbd> searches, <kbd>j</kbd> and <kbd>k</kbd> go from finding to finding. This page is one file and loads nothing.</p>
      </footer>
    </>
  );
}

function LeftOut({ data: { leftOut, notParsed, project } }: { data: ReportData }) {
  if (leftOut.length === 0 && notParsed.length === 0) return null;
  const count = leftOut.reduce((sum, each) => sum + each.count, 0);
  return (
    <details class="card left-out">
      <summary><h2>Not looked at</h2> <span class="quiet">{[count > 0 ? `${counted(count, 'path')} of ${project} left out` : '', notParsed.length > 0 ? `${counted(notParsed.length, 'file')} not parsed` : ''].filter((each) => each !== '').join(', ')}</span></summary>
      {notParsed.length > 0 && (
        <>
          <h3>Not parsed</h3>
          <ul>{notParsed.map(({ file, line, message }) => <li><Path file={file} line={line} /> {message}</li>)}</ul>
        </>
      )}
      {leftOut.map(({ reason, count: all, paths }) => (
        <details>
          <summary>{reason} <span class="quiet">{grouped(all)}</span></summary>
          <Growing values={paths} first={40} step={200} what="paths">
            {(shown) => <ul>{shown.map((path) => <li><Path file={path} /></li>)}</ul>}
          </Growing>
          {all > paths.length && <p class="quiet">and {grouped(all - paths.length)} more.</p>}
        </details>
      ))}
    </details>
  );
}
