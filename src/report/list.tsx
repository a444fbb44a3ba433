/** The findings themselves, by rule. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportData, ReportPlace } from '../cli/reportData.js';
import { Growing, Path, Prose, SeverityMark } from './bits.js';
import { linesAt } from './code.js';
import { type Group, groupsOf, type Item } from './findings.js';
import { type Update, useKeys } from './hooks.js';
import { type State, writeState } from './state.js';
import { counted, grouped, TITLES } from './words.js';

/** Findings of a rule that are shown at first; the first few of them with their code. */
const FIRST = 20;
const UNFOLDED = 3;
const AROUND = 3;
/** Around the places of a path, which are often whole functions. */
const AROUND_STEP = 1;
const LINES = 12;
const LINES_STEP = 5;

export function List({ data, items, state, update }: { data: ReportData; items: readonly Item[]; state: State; update: Update }) {
  const groups = useMemo(() => groupsOf(items, data.rules), [items]);
  useKeys((key) => {
    if (key === 'j' || key === 'k') goBy(key === 'j' ? 1 : -1);
  });
  return (
    <section class="list" aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1}>Findings</h2>
      {groups.length === 0 && <p class="card empty">{items.length === 0 && data.findings.length === 0 ? 'Nothing was found.' : 'Nothing matches. Clear the filters to see everything.'}</p>}
      {groups.map((group, index) => (
        <>
          {group.rule.focus !== groups[index - 1]?.rule.focus && <h3 class="focus" style={`--focus: var(--${group.rule.focus})`}><span class="dot" aria-hidden="true" />{TITLES[group.rule.focus]}</h3>}
          <RuleGroup key={group.rule.name} group={group} data={data} state={state} update={update} alone={groups.length === 1} />
        </>
      ))}
    </section>
  );
}

/** Moves the focus to the finding after or before the one that has it. */
function goBy(step: number): void {
  const all = [...document.querySelectorAll<HTMLElement>('.finding > h5 > button')];
  const at = all.findIndex((each) => each.closest('.finding')?.contains(document.activeElement));
  all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
}

function RuleGroup({ group: { rule, items, tally }, data, state, update, alone }: { group: Group; data: ReportData; state: State; update: Update; alone: boolean }) {
  const linked = items.findIndex(({ finding }) => finding.id === state.finding);
  const wanted = alone || linked >= 0;
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  const fresh = tally.errors + tally.warnings;
  return (
    <section class="card group" style={`--focus: var(--${rule.focus})`} aria-label={rule.name}>
      <h4>
        <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span class="chevron" aria-hidden="true" />
          <span class="name">{rule.name}</span>
          <SeverityMark severity={rule.severity} />
          <span class="description"><Prose text={rule.description} /></span>
          <span class="number">{grouped(fresh)}{tally.known > 0 && <span class="quiet"> + {grouped(tally.known)} known</span>}</span>
        </button>
      </h4>
      {open && (
        <div class="inside">
          {/^https?:\/\//.test(rule.url) && <p><a href={rule.url} target="_blank" rel="noreferrer">About this rule</a></p>}
          <Growing key={linked} values={items} first={Math.max(FIRST, linked + 1)} step={FIRST * 2} what="findings">
            {(shown) => shown.map((item, index) => <Finding key={item.finding.id} item={item} data={data} state={state} update={update} unfolded={index < UNFOLDED} />)}
          </Growing>
        </div>
      )}
    </section>
  );
}

function Finding({ item: { finding, file }, data, state, update, unfolded }: { item: Item; data: ReportData; state: State; update: Update; unfolded: boolean }) {
  const linked = finding.id === state.finding;
  const [open, setOpen] = useState(unfolded || linked);
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!linked) return;
    setOpen(true);
    const box = ref.current?.getBoundingClientRect();
    if (box && (box.top < 0 || box.top > innerHeight * 0.7)) ref.current?.scrollIntoView({ block: 'start' });
  }, [linked]);
  const elsewhere = finding.evidence.some((step) => step.file !== finding.file || step.line !== finding.line);
  return (
    <article class={`finding${finding.known ? ' known' : ''}${linked ? ' linked' : ''}`} id={`finding-${finding.id}`} ref={ref}>
      <h5>
        <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span class="chevron" aria-hidden="true" />
          <span class="message"><Prose text={finding.message} /></span>
          <span class="where"><Path file={file} line={finding.line} />{finding.known && <span class="tag">known</span>}</span>
        </button>
      </h5>
      {open && (
        <div class="inside">
          <Code data={data} place={finding} around={AROUND} most={LINES} />
          {elsewhere && (
            <>
              <h6>How it gets there</h6>
              <ol class="steps">
                {finding.evidence.map((step) => (
                  <li>
                    <p><Prose text={step.says} /> <Path file={data.files[step.file] ?? ''} line={step.line} /></p>
                    {(step.file !== finding.file || step.line !== finding.line) && <Code data={data} place={step} around={AROUND_STEP} most={LINES_STEP} />}
                  </li>
                ))}
              </ol>
            </>
          )}
          {finding.fixes.length > 0 && (
            <>
              <h6>{counted(finding.fixes.length, 'suggested fix', 'suggested fixes')}</h6>
              <ul class="fixes">{finding.fixes.map((fix) => <li><Prose text={fix} /></li>)}</ul>
            </>
          )}
          <p class="quiet links">
            <a href={`#${writeState({ ...state, finding: finding.id })}`} onClick={() => update({ finding: finding.id })}>Link to this finding</a>
            <button type="button" class="action" onClick={() => update({ path: file })}>Only this file</button>
          </p>
        </div>
      )}
    </article>
  );
}

function Code({ data, place, around, most }: { data: ReportData; place: ReportPlace; around: number; most: number }) {
  const lines = linesAt(data.code[place.file] ?? [], place, around, most);
  if (lines.length === 0) return <p class="quiet">The code is not at hand.</p>;
  return (
    <pre class="code" tabIndex={0} aria-label={`Code of ${data.files[place.file] ?? ''}, line ${place.line}`}>
      <code>
        {lines.map(({ number, tokens, marked }) => (
          <span class={`row${marked ? ' marked' : ''}`}>
            <span class="no" aria-hidden="true">{number}</span>
            <span class="text">{tokens.map(({ text, kind, marked: on }) => (kind === 'plain' && !on ? text : <span class={`is-${kind}`}>{on ? <mark>{text}</mark> : text}</span>))}{'\n'}</span>
          </span>
        ))}
      </code>
    </pre>
  );
}
