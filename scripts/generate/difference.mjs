/**
 * The first line in which a text is not as it should be, with what it has and what it wants; `undefined` where they are the same.
 *
 * @param {string} actual
 * @param {string} wanted
 */
export function firstDifference(actual, wanted) {
  if (actual === wanted) return undefined;
  const [has, wants] = [actual.split('\n'), wanted.split('\n')];
  const at = wants.findIndex((line, index) => line !== has[index]);
  const line = at < 0 ? wants.length : at;
  return [line + 1, `  - ${has[line] ?? '(end of file)'}`, `  + ${wants[line] ?? '(end of file)'}`].join('\n');
}
