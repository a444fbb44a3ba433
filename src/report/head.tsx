/** Whose report this is, and how the project stands. */
import { arc } from 'd3-shape';
import type { ReportData } from '../cli/reportData.js';
import type { Theme, Update } from './hooks.js';
import type { State } from './state.js';
import { counted, grouped, TITLES } from './words.js';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const SIZE = 92;

export function Head({ data, theme, setTheme }: { data: ReportData; theme: Theme; setTheme: (theme: Theme) => void }) {
  const { project, overview, written, version, eslint, preset, depth, since } = data;
  const when = new Date(written);
  const options = [`preset ${preset}`, `depth ${depth}`, since === '' ? '' : `changes since ${since}`, `version ${version}`, `ESLint ${eslint}`].filter((each) => each !== '');
  return (
    <header class="head">
      <div class="names">
        <p class="kicker">Backend patterns</p>
        <h1>{project}</h1>
        <p class="overview">{overview}; {counted(data.lines, 'line')}</p>
        <p class="quiet"><time dateTime={written}>{when.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}</time> · {options.join(' · ')}</p>
      </div>
      <fieldset class="switch theme">
        <legend class="unseen">Colours</legend>
        {THEMES.map((each) => (
          <label><input type="radio" name="theme" value={each} checked={theme === each} onChange={() => setTheme(each)} /><span>{each === 'system' ? 'Auto' : each === 'light' ? 'Light' : 'Dark'}</span></label>
        ))}
      </fieldset>
    </header>
  );
}

export function Scores({ data, state, update }: { data: ReportData; state: State; update: Update }) {
  return (
    <section aria-labelledby="scores">
      <h2 id="scores" class="unseen">Scores</h2>
      <ul class="scores">
        {data.focuses.map(({ focus, errors, warnings, score }) => {
          const on = state.focuses.length === 1 && state.focuses[0] === focus;
          return (
            <li>
              <button type="button" class="card score" aria-pressed={on} style={`--focus: var(--${focus})`} onClick={() => update({ focuses: on ? [] : [focus] })}>
                <Ring score={score} />
                <span class="what">
                  <strong>{TITLES[focus]}</strong>
                  <span class={errors > 0 ? 'errors' : 'quiet'}>{counted(errors, 'error')}</span>
                  <span class={warnings > 0 ? 'warnings' : 'quiet'}>{counted(warnings, 'warning')}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <details class="explained">
        <summary>{totalsOf(data)} <span class="quiet">How is the score made?</span></summary>
        <p>
          A score goes from 0 to 100 and weighs findings against the size of the project: 100 where nothing was found, 50 for about 1.4 errors in a thousand lines.
          A warning counts as a third of an error, and findings that the baseline knows count as well. It is made for holding a project against itself over time; between projects it says little.
        </p>
      </details>
    </section>
  );
}

function totalsOf({ errors, warnings, known, fixed, found, findings }: ReportData): string {
  const parts = [
    errors + warnings === 0 ? 'No new findings' : [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter((each) => each !== '').join(', '),
    known > 0 ? `${grouped(known)} known to the baseline` : '',
    fixed > 0 ? `${grouped(fixed)} of the baseline gone` : '',
    found > findings.length ? `${grouped(findings.length)} of ${grouped(found)} listed here` : '',
  ];
  return `${parts.filter((each) => each !== '').join(' · ')}.`;
}

/** Three quarters of a circle, filled as far as the score goes. */
function Ring({ score }: { score: number }) {
  const from = -0.75 * Math.PI;
  const draw = arc<number>().innerRadius(SIZE / 2 - 9).outerRadius(SIZE / 2 - 1).cornerRadius(4).startAngle(from).endAngle((part) => from + 1.5 * Math.PI * part);
  return (
    <svg class="ring" width={SIZE} height={SIZE} viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`} role="img" aria-label={`Score ${score} of 100`}>
      <title>{`Score ${score} of 100`}</title>
      <path class="track" d={draw(1) ?? ''} />
      {score > 0 && <path class="fill" d={draw(score / 100) ?? ''} />}
      <text text-anchor="middle" dominant-baseline="central">{score}</text>
    </svg>
  );
}
