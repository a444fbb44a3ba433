/** A plugin of Stryker: the reporter `unnoticed`. */
import { readFileSync } from 'node:fs';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import pc from 'picocolors';
import { mutantOf } from './mutants.mjs';

/** Shows each mutant that no test noticed as soon as that is known, since a run takes long: where it is, what stands there, and what it makes of that. */
class UnnoticedMutants {
  /** @param {import('@stryker-mutator/api/core').MutantResult} result */
  onMutantTested(result) {
    if (result.status !== 'Survived' && result.status !== 'NoCoverage') return;
    const { fileName, location: { start, end }, mutatorName, replacement } = mutantOf(result);
    const lines = readFileSync(result.fileName, 'utf8').split('\n').slice(start.line, end.line + 1);
    lines.push((lines.pop() ?? '').slice(0, end.column));
    const place = `${fileName}:${start.line + 1}:${start.column + 1}`;
    console.log(`\n${pc.cyan(place)} ${mutatorName}${result.status === 'NoCoverage' ? ', and no test gets there' : ''}`);
    console.log(`${pc.red(`- ${short(lines.join('\n').slice(start.column))}`)}\n${pc.green(`+ ${short(replacement ?? '')}`)}`);
  }
}

/** @param {string} text */
function short(text) {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'unnoticed', UnnoticedMutants)];
