/** What the page takes from the browser. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readState, type State, writeState } from './state.js';

export type Update = (change: Partial<State>) => void;

/** The state that the location's hash says, and how to change it. */
export function useLocation(): [State, Update] {
  const [state, setState] = useState(() => readState(location.hash));
  useEffect(() => {
    const onChange = (): void => setState(readState(location.hash));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const update = (change: Partial<State>): void => {
    const next = { ...readState(location.hash), ...change };
    history.replaceState(null, '', `#${writeState(next)}`);
    setState(next);
  };
  return [state, update];
}

/** The width of an element, for charts that are drawn to the pixel. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

export type Theme = 'system' | 'light' | 'dark';
const THEME = 'backend-patterns-theme';

/** Kept for the next report where the browser lets a file keep anything. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = storage()?.getItem(THEME);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  });
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [
    theme,
    (next) => {
      storage()?.setItem(THEME, next);
      setTheme(next);
    },
  ];
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Calls back for keys that are pressed outside of fields. */
export function useKeys(onKey: (key: string, event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const onDown = (event: KeyboardEvent): void => {
      const field = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
      if (!field && !event.ctrlKey && !event.metaKey && !event.altKey) latest.current(event.key, event);
    };
    addEventListener('keydown', onDown);
    return () => removeEventListener('keydown', onDown);
  }, []);
}
