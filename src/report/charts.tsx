/** Where the findings are: by rule, by folder, by file. */
import { scaleLinear } from 'd3-scale';
import { useMemo } from 'preact/hooks';
import { AsTable, Growing, Path } from './bits.js';
import { chosen, type FileCount, filesOf, groupsOf, type Item, tallyOf } from './findings.js';
import { folderBoxes, type FolderBox, foldersIn, HEADER, stepsTo } from './folders.js';
import { type Update, useWidth } from './hooks.js';
import type { State } from './state.js';
import type { ReportData } from '../cli/reportData.js';
import { counted, fittedPath, grouped, TITLES } from './words.js';

interface Shared {
  readonly data: ReportData;
  readonly items: readonly Item[];
  readonly state: State;
  readonly update: Update;
}

export function Charts(shared: Shared) {
  return (
    <div class="charts">
      <ByRule {...shared} />
      <ByFolder {...shared} />
      <ByFile {...shared} />
    </div>
  );
}

/** Rules that are shown at first. */
const RULES = 16;

function ByRule({ data, items, state, update }: Shared) {
  const groups = useMemo(() => groupsOf(chosen(items, state, 'rule'), data.rules), [items, state]);
  const scale = scaleLinear([0, Math.max(1, ...groups.map((group) => group.items.length))], [0, 100]);
  return (
    <section class="card by-rule" aria-labelledby="by-rule">
      <h2 id="by-rule">By rule</h2>
      <p class="legend" aria-hidden="true">
        {data.focuses.map(({ focus }) => <span style={`--focus: var(--${focus})`}><span class="dot" />{TITLES[focus]}</span>)}
        <span><span class="swatch error" />error</span><span><span class="swatch warning" />warning</span>
        {state.known && <span><span class="swatch known" />known</span>}
      </p>
      <Growing values={groups} first={RULES} step={100} what="rules">
        {(shown) => (
          <table class="bars">
            <colgroup><col class="label" /><col /><col class="count" /></colgroup>
            <thead class="unseen"><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">Findings</th></tr></thead>
            <tbody>
              {shown.map(({ rule, tally, items: own }) => (
                <tr style={`--focus: var(--${rule.focus})`} class={state.rule === rule.name ? 'on' : undefined}>
                  <th scope="row"><button type="button" class="action" title={rule.description} aria-pressed={state.rule === rule.name} onClick={() => update({ rule: state.rule === rule.name ? '' : rule.name })}>{rule.name}</button></th>
                  <td>
                    <svg class="bar" width="100%" height="12" aria-hidden="true">
                      <rect class={rule.severity} width={`${scale(tally.errors + tally.warnings)}%`} height="12" rx="2" />
                      <rect class="known" x={`${scale(tally.errors + tally.warnings)}%`} width={`${scale(tally.known)}%`} height="12" rx="2" />
                    </svg>
                    <span class="unseen">{rule.severity}</span>
                  </td>
                  <td class="number">{grouped(own.length)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Growing>
      {groups.length === 0 && <p class="quiet">Nothing to show.</p>}
    </section>
  );
}

/** The treemap is about as high as the list of rules beside it. */
function heightFor(rules: number): number {
  return Math.max(280, 40 + 25 * Math.min(RULES, rules));
}

function ByFolder({ data, items, state, update }: Shared) {
  const [ref, width] = useWidth();
  const height = heightFor(data.rules.length);
  const folders = useMemo(() => {
    const open = chosen(items, state, 'path').filter(({ file }) => file.startsWith(folderOf(state.path)));
    return foldersIn(open, folderOf(state.path));
  }, [items, state]);
  const boxes = useMemo(() => (width > 0 ? folderBoxes(folders, width, height) : []), [folders, width, height]);
  return (
    <section class="card by-folder" aria-labelledby="by-folder">
      <h2 id="by-folder">By folder</h2>
      <nav class="steps" aria-label="Folders above">
        <button type="button" class="action" onClick={() => update({ path: '' })}>{data.project}/</button>
        {stepsTo(folderOf(state.path)).map(({ path, name }) => <button type="button" class="action" onClick={() => update({ path })}>{name}</button>)}
      </nav>
      <div ref={ref}>
        <svg class="treemap" width={width} height={height} role="group" aria-label="Findings by folder: the larger, the more">
          {boxes.map((box) => <FolderCell box={box} update={update} on={state.path !== '' && box.folder.path === state.path} />)}
        </svg>
      </div>
      <AsTable
        head={['Folder or file', 'Errors', 'Warnings', 'Known']}
        rows={folders.map(({ name, items: own }) => {
          const { errors, warnings, known } = tallyOf(own);
          return [name, errors, warnings, known];
        })}
      />
    </section>
  );
}

function FolderCell({ box: { folder, parts, x, y, width, height }, update, on }: { box: FolderBox; update: Update; on: boolean }) {
  const says = `${folder.name}: ${counted(folder.items.length, 'finding')}, ${parts.map(({ focus, count }) => `${count} ${focus}`).join(', ')}`;
  const open = (): void => update({ path: folder.path });
  const free = Math.floor((width - 12) / 7.2);
  const count = grouped(folder.items.length);
  const button = folder.path === '' ? {} : {
    role: 'button' as const,
    tabindex: 0,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open();
    },
  };
  return (
    <g class={`cell${on ? ' on' : ''}`} aria-label={says} {...button}>
      <title>{says}</title>
      <rect class="ground" x={x} y={y} width={width} height={height} rx="3" />
      {free > 3 && height >= HEADER && <text aria-hidden="true" x={x + 6} y={y + 14}>{fittedPath(folder.name, free - (free > count.length + 5 ? count.length + 1 : 0))} <tspan class="quiet">{free > count.length + 5 ? count : ''}</tspan></text>}
      {parts.map((part) => (
        <g style={`--focus: var(--${part.focus})`}>
          <rect class="part" x={part.x} y={part.y} width={part.width} height={part.height} rx="2" />
          {part.width > 30 && part.height > 20 && <text aria-hidden="true" class="count" x={part.x + part.width / 2} y={part.y + part.height / 2} text-anchor="middle" dominant-baseline="central">{grouped(part.count)}</text>}
        </g>
      ))}
    </g>
  );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function ByFile({ items, state, update }: Shared) {
  const files = useMemo(() => filesOf(chosen(items, state, 'path')), [items, state]);
  const scale = scaleLinear([0, files[0]?.count ?? 1], [0, 100]);
  return (
    <section class="card by-file" aria-labelledby="by-file">
      <h2 id="by-file">Heaviest files</h2>
      <Growing values={files} first={12} step={50} what="files">
        {(shown) => (
          <table class="bars">
            <colgroup><col class="label" /><col /><col class="count" /></colgroup>
            <thead class="unseen"><tr><th scope="col">File</th><th scope="col">By focus</th><th scope="col">Findings</th></tr></thead>
            <tbody>{shown.map((each) => <FileRow each={each} scale={scale} on={state.path === each.file} update={update} />)}</tbody>
          </table>
        )}
      </Growing>
      {files.length === 0 && <p class="quiet">Nothing to show.</p>}
    </section>
  );
}

function FileRow({ each: { file, count, byFocus }, scale, on, update }: { each: FileCount; scale: (count: number) => number; on: boolean; update: Update }) {
  let at = 0;
  return (
    <tr class={on ? 'on' : undefined}>
      <th scope="row"><button type="button" class="action" aria-pressed={on} onClick={() => update({ path: on ? '' : file })}><Path file={file} /></button></th>
      <td>
        <svg class="bar" width="100%" height="12" aria-hidden="true">
          {[...byFocus].map(([focus, own]) => {
            const x = scale(at);
            at += own;
            return <rect style={`--focus: var(--${focus})`} class="error" x={`${x}%`} width={`${scale(own)}%`} height="12" rx="2" />;
          })}
        </svg>
        <span class="unseen">{[...byFocus].map(([focus, own]) => `${own} ${focus}`).join(', ')}</span>
      </td>
      <td class="number">{grouped(count)}</td>
    </tr>
  );
}

