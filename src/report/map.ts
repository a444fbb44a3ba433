/** The map of handlers to what they query. */
import { sankey } from 'd3-sankey';
import type { ReportData, ReportHandler, ReportQuery } from '../cli/reportData.js';
import { groupBy } from './group.js';

export type Access = ReportQuery['access'];

/** A handler with its queries looked up. */
export interface Route {
  /** Different for every handler of a report, and readable in a link. */
  readonly key: string;
  readonly name: string;
  readonly framework: string;
  readonly file: string;
  readonly line: number;
  readonly queries: readonly Query[];
}

export interface Query {
  readonly name: string;
  readonly library: string;
  readonly access: Access;
  readonly model: string;
  readonly file: string;
  readonly line: number;
}

/** Those that query anything, most queries first. */
export function routesOf({ handlers, queries, files }: ReportData): Route[] {
  const looked = queries.map((query): Query => ({ ...query, model: modelOf(query), file: files[query.file]! }));
  const seen = new Map<string, number>();
  const routeOf = ({ name, framework, file, line, queries: own }: ReportHandler): Route => {
    const place = `${files[file]!}:${line}`;
    const nth = (seen.get(place) ?? 0) + 1;
    seen.set(place, nth);
    return { key: nth === 1 ? place : `${place}:${nth}`, name, framework, file: files[file]!, line, queries: own.map((index) => looked[index]!) };
  };
  return handlers
    .map(routeOf)
    .filter((route) => route.queries.length > 0)
    .sort((a, b) => b.queries.length - a.queries.length || (a.key < b.key ? -1 : 1));
}

/** A query of no known model stands under its library. */
function modelOf({ model, library }: ReportQuery): string {
  return model === '' ? `${library} (other)` : model;
}

/** Those whose name, file or models have all the words. */
export function routesWith(routes: readonly Route[], search: string): Route[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return routes.filter(({ name, framework, file, queries }) => {
    const text = [name, framework, file, ...queries.map(({ model }) => model)].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** By key: as much of the end of a route's file as tells it from others of the same name. */
export function hintsOf(routes: readonly Route[]): Map<string, string> {
  const hints = new Map<string, string>();
  for (const same of groupBy(routes, ({ name }) => name).values()) {
    for (const { key, file } of same) {
      const parts = file.split('/');
      const others = same.filter((other) => other.file !== file).map((other) => `/${other.file}`);
      let from = parts.length - 1;
      while (from > 0 && others.some((other) => other.endsWith(`/${parts.slice(from).join('/')}`))) from--;
      hints.set(key, parts.slice(from).join('/'));
    }
  }
  return hints;
}

export interface Spot {
  readonly id: string;
  readonly label: string;
  readonly side: 'handler' | 'model';
  /** The handler's key, or the model's name; empty for what several models have together. */
  readonly key: string;
  readonly reads: number;
  readonly writes: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Ribbon {
  readonly from: string;
  readonly to: string;
  readonly access: Access;
  readonly count: number;
  readonly thickness: number;
  /** An SVG path along its middle. */
  readonly path: string;
}

export interface RouteMap {
  readonly spots: readonly Spot[];
  readonly ribbons: readonly Ribbon[];
  readonly height: number;
}

/** Models beyond these are put together. */
const MOST_MODELS = 40;
/** Room for one label. */
const ROW = 26;
const GAP = 15;
const BAR = 8;
const OTHERS = 'm:';

interface Node {
  readonly id: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly access: Access;
}

/**
 * Handlers on the left, models on the right, ribbons between them as thick as there are queries, reads apart from writes.
 *
 * @param labels the room that labels take on the left and on the right
 */
export function mapOf(routes: readonly Route[], width: number, labels: number): RouteMap {
  if (routes.length === 0) return { spots: [], ribbons: [], height: 0 };
  const queries = routes.flatMap((route) => route.queries);
  const byModel = [...groupBy(queries, ({ model }) => model)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const own = new Set(byModel.slice(0, byModel.length > MOST_MODELS ? MOST_MODELS - 1 : MOST_MODELS).map(([model]) => model));
  const spotOf = (model: string): string => (own.has(model) ? `m:${model}` : OTHERS);
  const links: Link[] = routes.flatMap((route) =>
    [...groupBy(route.queries, ({ model, access }) => `${access} ${spotOf(model)}`).values()].map((same) => {
      const { model, access } = same[0]!;
      return { source: `h:${route.key}`, target: spotOf(model), value: same.length, access };
    }),
  );
  const models = [...new Set(links.map(({ target }) => target))];
  const nodes: Node[] = [...routes.map(({ key }) => ({ id: `h:${key}` })), ...models.map((id) => ({ id }))];
  const height = Math.max(routes.length, models.length) * ROW + GAP;
  const laid = sankey<Node, Link>()
    .nodeId(({ id }) => id)
    .nodeWidth(BAR)
    .nodePadding(GAP)
    .iterations(12)
    .extent([[labels, 4], [Math.max(labels + 80, width - labels), height - 4]])({ nodes, links: links.map((link) => ({ ...link })) });

  const counts = (id: string, access: Access): number => links.filter((link) => (link.source === id || link.target === id) && link.access === access).reduce((sum, { value }) => sum + value, 0);
  const labelOf = new Map(routes.map(({ key, name }) => [`h:${key}`, name]));
  const spots = laid.nodes.map(({ id, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }): Spot => ({
    id,
    label: labelOf.get(id) ?? (id === OTHERS ? `${byModel.length - own.size} others` : id.slice(2)),
    side: id.startsWith('h:') ? 'handler' : 'model',
    key: id.slice(2),
    reads: counts(id, 'read'),
    writes: counts(id, 'write'),
    x: x0,
    y: y0,
    width: x1 - x0,
    height: Math.max(2, y1 - y0),
  }));
  const ribbons = laid.links.map(({ source, target, access, value, y0 = 0, y1 = 0, width: thickness = 1 }): Ribbon => {
    const [from, to] = [source, target] as unknown as [Node & { x1: number }, Node & { x0: number }];
    const middle = (from.x1 + to.x0) / 2;
    return { from: from.id, to: to.id, access, count: value, thickness: Math.max(1.5, thickness), path: `M${from.x1},${y0}C${middle},${y0} ${middle},${y1} ${to.x0},${y1}` };
  });
  return { spots, ribbons, height };
}
