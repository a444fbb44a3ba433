/** Which handlers query what. */
import { useMemo, useState } from 'preact/hooks';
import type { ReportData } from '../cli/reportData.js';
import { AsTable, Path } from './bits.js';
import type { Item } from './findings.js';
import { type Update, useWidth } from './hooks.js';
import { hintsOf, mapOf, type Ribbon, type Route, routesOf, routesWith, type Spot } from './map.js';
import type { State } from './state.js';
import { counted, fitted, grouped } from './words.js';

/** Handlers that the map starts with, and how many a click adds. */
const FIRST = 24;
const STEP = 24;
/** Below this, the map is scrolled sideways. */
const NARROWEST = 620;

export function Routes({ data, items, state, update }: { data: ReportData; items: readonly Item[]; state: State; update: Update }) {
  const routes = useMemo(() => routesOf(data), [data]);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(FIRST);
  const found = useMemo(() => routesWith(routes, search), [routes, search]);
  const shown = useMemo(() => found.slice(0, most), [found, most]);
  const open = routes.find(({ key }) => key === state.handler);
  if (routes.length === 0) return null;
  const silent = data.handlers.length - routes.length;
  return (
    <section class="card routes" aria-labelledby="routes">
      <h2 id="routes">Handlers and what they query</h2>
      <div class="row">
        <p class="legend"><span><span class="swatch read" />reads</span><span><span class="swatch write" />writes</span></p>
        <label class="field"><span class="unseen">Search handlers and models</span><input type="search" placeholder="Handler, file or model" value={search} onInput={(event) => setSearch(event.currentTarget.value)} /></label>
        <p class="result" role="status">{grouped(shown.length)} of {counted(routes.length, 'handler')} with queries{silent > 0 && `, ${grouped(silent)} without`}</p>
      </div>
      <Diagram routes={shown} open={open} onHandler={(key) => update({ handler: key === state.handler ? '' : key })} onModel={setSearch} />
      {found.length > most && (
        <p class="more">
          <button type="button" class="action" onClick={() => setMost(most + STEP)}>Show {grouped(Math.min(STEP, found.length - most))} more</button>
          <button type="button" class="action" onClick={() => setMost(found.length)}>Show all {grouped(found.length)}</button>
        </p>
      )}
      {open && <Queries route={open} findings={items.filter(({ file, finding }) => file === open.file && !finding.known).length} update={update} />}
      <AsTable
        head={['Handler', 'Framework', 'Place', 'Reads', 'Writes', 'Models']}
        rows={found.map(({ name, framework, file, line, queries }) => {
          const writes = queries.filter(({ access }) => access === 'write').length;
          return [name, framework, `${file}:${line}`, queries.length - writes, writes, [...new Set(queries.map(({ model }) => model))].join(', ')];
        })}
      />
    </section>
  );
}

function Diagram({ routes, open, onHandler, onModel }: { routes: readonly Route[]; open: Route | undefined; onHandler: (key: string) => void; onModel: (name: string) => void }) {
  const [ref, space] = useWidth();
  const [over, setOver] = useState('');
  const width = Math.max(NARROWEST, space);
  const labels = Math.min(280, Math.round(width * 0.3));
  const { spots, ribbons, height } = useMemo(() => mapOf(routes, width, labels), [routes, width]);
  const lit = over !== '' ? over : open ? `h:${open.key}` : '';
  const touches = ({ from, to }: Ribbon): boolean => from === lit || to === lit;
  const some = lit !== '' && ribbons.some(touches);
  const near = new Set(some ? ribbons.filter(touches).flatMap(({ from, to }) => [from, to]) : []);
  const names = new Map(spots.map(({ id, label }) => [id, label]));
  const byKey = useMemo(() => new Map(routes.map((route) => [route.key, route])), [routes]);
  const hints = useMemo(() => hintsOf(routes), [routes]);
  return (
    <div class="scroll" ref={ref}>
      {space > 0 && routes.length > 0 && (
        <svg class={`map${some ? ' lit' : ''}`} width={width} height={height} role="group" aria-label="Handlers on the left, models on the right, a ribbon for the queries between them">
          <g>
            {ribbons.map((ribbon) => (
              <path class={`ribbon ${ribbon.access}${some && touches(ribbon) ? ' on' : ''}`} d={ribbon.path} stroke-width={ribbon.thickness}>
                <title>{`${names.get(ribbon.from) ?? ''} → ${names.get(ribbon.to) ?? ''}: ${counted(ribbon.count, ribbon.access)}`}</title>
              </path>
            ))}
          </g>
          {spots.map((spot) => (
            <SpotMark
              spot={spot}
              room={labels}
              place={spot.side === 'handler' ? byKey.get(spot.key) : undefined}
              hint={hints.get(spot.key) ?? ''}
              on={near.has(spot.id)}
              pressed={open !== undefined && spot.id === `h:${open.key}`}
              onOver={setOver}
              onClick={() => {
                if (spot.side === 'handler') onHandler(spot.key);
                else if (spot.key !== '') onModel(spot.key);
              }}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function SpotMark({ spot, room, place, hint, on, pressed, onOver, onClick }: { spot: Spot; room: number; place: Route | undefined; hint: string; on: boolean; pressed: boolean; onOver: (id: string) => void; onClick: () => void }) {
  const { id, label, side, reads, writes, x, y, width, height } = spot;
  const left = side === 'handler';
  const counts = [reads > 0 ? counted(reads, 'read') : '', writes > 0 ? counted(writes, 'write') : ''].filter((each) => each !== '').join(', ');
  const says = `${label}${place ? `, ${place.framework}, ${place.file}:${place.line}` : ''}: ${counts}`;
  const free = Math.floor((room - 14) / 7);
  const total = ` ${reads + writes}`;
  const name = fitted(label, free - total.length);
  const rest = free - name.length - total.length - 2;
  return (
    <g
      class={`spot${on ? ' on' : ''}${pressed ? ' pressed' : ''}`}
      role="button"
      tabindex={0}
      aria-label={says}
      aria-pressed={left ? pressed : undefined}
      onMouseEnter={() => onOver(id)}
      onMouseLeave={() => onOver('')}
      onFocus={() => onOver(id)}
      onBlur={() => onOver('')}
      onClick={onClick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onClick();
      }}
    >
      <title>{says}</title>
      <rect class="hit" x={left ? 0 : x} y={y + height / 2 - Math.max(height, 20) / 2} width={room + width} height={Math.max(height, 20)} />
      <rect class="stop" x={x} y={y} width={width} height={height} rx="2" />
      <text aria-hidden="true" x={left ? x - 8 : x + width + 8} y={y + height / 2} text-anchor={left ? 'end' : 'start'} dominant-baseline="central">
        {left && rest > 6 && <tspan class="quiet small">{fitted(hint, rest)}{'  '}</tspan>}{name}<tspan class="quiet">{total}</tspan>
      </text>
    </g>
  );
}

function Queries({ route, findings, update }: { route: Route; findings: number; update: Update }) {
  return (
    <div class="queries" role="region" aria-label={`Queries of ${route.name}`}>
      <h3><code>{route.name}</code> <span class="quiet">{route.framework}</span> <button type="button" class="action close" onClick={() => update({ handler: '' })}>Close</button></h3>
      <p>
        <Path file={route.file} line={route.line} />
        {findings > 0 && <> · <button type="button" class="action" onClick={() => update({ path: route.file })}>{counted(findings, 'finding')} in this file</button></>}
      </p>
      <ul>
        {route.queries.map(({ name, library, access, model, file, line }) => (
          <li><span class={`access ${access}`}>{access}</span><strong>{model}</strong><code>{name}</code><span class="quiet">{library}</span><Path file={file} line={line} /></li>
        ))}
      </ul>
    </div>
  );
}
