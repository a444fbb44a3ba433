/** Findings by folder, as a treemap. */
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { Focus } from '../cli/reportData.js';
import { byFocus, type Item } from './findings.js';
import { groupBy } from './group.js';

export interface Folder {
  /** From the root; a folder ends in `/`. Empty for what several small ones have together. */
  readonly path: string;
  /** What the one above does not say already. */
  readonly name: string;
  readonly items: readonly Item[];
}

/** More would be too small to be read. */
const MOST = 28;
/** A folder with a greater part of all findings is shown as what lies in it. */
const LARGEST = 0.15;
export const HEADER = 20;

/**
 * What lies in a folder: folders and files with findings, most first. Folders that hold much of it are opened.
 *
 * @param items those below the folder
 * @param inside where to start, `''` or ending in `/`
 */
export function foldersIn(items: readonly Item[], inside: string): Folder[] {
  let folders = childrenOf(items, inside, inside);
  // More boxes than fit are still better than one that is nearly everything.
  const fits = ({ length }: readonly Folder[], { items: own }: Folder): boolean => length <= MOST || own.length > items.length / 2;
  const opened = (large: Folder): Folder[] => folders.flatMap((folder) => (folder === large ? childrenOf(large.items, large.path, inside) : [folder]));
  for (;;) {
    const large = folders.toSorted(mostFirst).find((each) => each.path.endsWith('/') && each.items.length > items.length * LARGEST && fits(opened(each), each));
    if (!large) break;
    folders = opened(large);
  }
  folders.sort(mostFirst);
  if (folders.length <= MOST) return folders;
  const rest = folders.slice(MOST - 1);
  return [...folders.slice(0, MOST - 1), { path: '', name: `${rest.length} others`, items: rest.flatMap((folder) => folder.items) }];
}

/** @param shownFrom where names begin */
function childrenOf(items: readonly Item[], inside: string, shownFrom: string): Folder[] {
  return [...groupBy(items, ({ file }) => nextOf(file, inside))].map(([path, own]): Folder => ({ path, name: path.slice(shownFrom.length), items: own }));
}

function mostFirst(a: Folder, b: Folder): number {
  return b.items.length - a.items.length || (a.path < b.path ? -1 : 1);
}

function nextOf(file: string, start: string): string {
  const slash = file.indexOf('/', start.length);
  return slash < 0 ? file : file.slice(0, slash + 1);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FolderBox extends Box {
  readonly folder: Folder;
  readonly parts: readonly (Box & { readonly focus: Focus; readonly count: number })[];
}

interface Datum {
  readonly folder?: Folder;
  readonly focus?: Focus;
  readonly count?: number;
  readonly children?: readonly Datum[];
}

/** Boxes that are as large as what they count, each with a strip for its name and a part for every focus. */
export function folderBoxes(folders: readonly Folder[], width: number, height: number): FolderBox[] {
  const root = hierarchy<Datum>(
    { children: folders.map((folder) => ({ folder, children: [...byFocus(folder.items)].map(([focus, count]) => ({ focus, count })) })) },
    ({ children }) => children,
  ).sum(({ count = 0 }) => count);
  root.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Datum>().tile(treemapSquarify.ratio(1.3)).size([width, height]).paddingInner(2).paddingTop(({ depth }) => (depth === 1 ? HEADER : 0)).round(true)(root);
  const box = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): Box => ({ x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) });
  return (laid.children ?? []).flatMap((node): FolderBox[] => {
    const { folder } = node.data;
    const parts = (node.children ?? []).flatMap((part) => (part.data.focus ? [{ ...box(part), focus: part.data.focus, count: part.data.count ?? 0 }] : []));
    return folder ? [{ ...box(node), folder, parts }] : [];
  });
}

/** `src/`, `src/routes/`, `src/routes/users.ts`: the way to a path, for going back up. */
export function stepsTo(path: string): { readonly path: string; readonly name: string }[] {
  const steps: { path: string; name: string }[] = [];
  for (const part of path.split(/(?<=\/)/).filter((each) => each !== '')) steps.push({ path: (steps.at(-1)?.path ?? '') + part, name: part });
  return steps;
}
