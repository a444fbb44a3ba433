/** Small parts that are used all over the page. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Severity } from '../cli/reportData.js';
import { grouped, partsOf } from './words.js';

/** A message, with its code set as code. */
export function Prose({ text }: { text: string }) {
  return <>{partsOf(text).map((part) => (part.code ? <code>{part.text}</code> : part.text))}</>;
}

export function SeverityMark({ severity }: { severity: Severity }) {
  return <span class={`severity ${severity}`}>{severity}</span>;
}

/** A list that starts short, with a button for more. */
export function Growing<T>({ values, first, step, what, children }: { values: readonly T[]; first: number; step: number; what: string; children: (shown: readonly T[]) => ComponentChildren }) {
  const [more, setMore] = useState(0);
  const rest = values.length - first - more;
  return (
    <>
      {children(values.slice(0, first + more))}
      {rest > 0 && (
        <p class="more">
          <button type="button" class="action" onClick={() => setMore(more + step)}>
            Show {grouped(Math.min(step, rest))} more <span class="quiet">of {grouped(rest)} {what}</span>
          </button>
        </p>
      )}
    </>
  );
}

/** The same as a chart, for whoever cannot see it. */
export function AsTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly (string | number)[])[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <div class="scroll">
          <table>
            <thead><tr>{head.map((cell) => <th scope="col">{cell}</th>)}</tr></thead>
            <tbody>{rows.map((cells) => <tr>{cells.map((cell) => <td class={typeof cell === 'number' ? 'number' : undefined}>{typeof cell === 'number' ? grouped(cell) : cell}</td>)}</tr>)}</tbody>
          </table>
        </div>
      )}
    </details>
  );
}

/** The end of a path stands out: it says most, and the rest may be cut. */
export function Path({ file, line }: { file: string; line?: number }) {
  const slash = file.lastIndexOf('/') + 1;
  return (
    <span class="path" title={file}>
      <span class="folder"><bdi>{file.slice(0, slash)}</bdi></span>
      <span class="file">{file.slice(slash)}{line !== undefined && <span class="line">:{line}</span>}</span>
    </span>
  );
}
