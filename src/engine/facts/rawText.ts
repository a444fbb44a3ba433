/** Text that a database runs as it is: where it stands, and which parameters of the app's own functions become it. */
import { variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, argumentAt, argumentsOf, asMember, calleeOf, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, propertyName, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { type Origin, originsOf, returnsOf } from '../flow/trace.js';
import { sqlText } from './queries.js';
import { callsOf } from './reach.js';
import { isFixed } from './safeText.js';

/** A text on its way into the database. */
export interface RawText {
  readonly node: Expression;
  /** The property of the expression that is the text: `text` of `const query = { text, values }`. */
  readonly path: readonly string[];
  /** How a message names what runs it. */
  readonly target: string;
  readonly language: 'SQL' | 'Cypher' | 'JavaScript';
  /** How the library takes a value beside the text; absent where nobody says. */
  readonly bind?: string | undefined;
  /** Every value is taken as a piece of SQL here, also one that stands alone: `orderBy(x)`. */
  readonly piece: boolean;
}

/** The texts that a module's own calls hand to a library. */
export function directTexts(analysis: Analysis, module: Module): readonly RawText[] {
  return analysis.once<readonly RawText[]>('directTexts', module, [], () => [...module.bindings.calls.flatMap((call) => textsOfCall(analysis, call)), ...programsIn(analysis, module)]);
}

/** All texts of a module: those of a library's calls, and those handed to functions of the app that run them as they are. */
export function rawTextsOf(analysis: Analysis, module: Module): readonly RawText[] {
  return analysis.once<readonly RawText[]>('rawTexts', module, [], () => [
    ...directTexts(analysis, module),
    ...callsOf(analysis, module).flatMap(({ node: call, fn }) =>
      textParameters(analysis, fn).flatMap((parameter) => {
        const argument = parameter.whole ? argumentAt(call, parameter.index) : undefined;
        return argument ? [{ ...parameter.text, node: argument.node, path: [...argument.path, ...parameter.path], target: oneLine(calleeOf(call), 40) }] : [];
      }),
    ),
  ]);
}

function textsOfCall(analysis: Analysis, call: Call): RawText[] {
  // A tag binds what is put into its template.
  if (call.type === 'TaggedTemplateExpression') return [];
  const callee = memberOfCall(analysis, call);
  if (!callee) return statementOf(analysis, call);
  const { member, library, name, receiver } = callee;
  const target = textOfNode(calleeOf(call)) ?? name;
  const shared = { target: target.length > 40 ? name : target, bind: library.remedy?.bind };
  const statement = !member.code && member.query?.sql && sqlText(call, member.query.sql);
  const found: RawText[] = statement ? pathsOf(analysis, statement as Expression).map((path) => ({ ...shared, node: statement as Expression, path, language: member.query?.access === 'cypher' ? 'Cypher' : 'SQL', piece: false })) : [];
  for (const slot of member.code ?? []) {
    const node = slotValue(call, slot);
    if (!node || node.type === 'SpreadElement') continue;
    const inner = unwrap(node as Expression);
    const language = library.codePaths ? 'JavaScript' : 'SQL';
    const texts = isFunction(inner) ? (language === 'SQL' ? returnsOf(inner) : []) : [inner];
    for (const text of texts) found.push({ ...shared, node: text, path: [], language, piece: receiver !== undefined });
  }
  return found;
}

/** Where the text stands in what a call is given: the value itself, or a property of an object that is held by a name. */
function pathsOf(analysis: Analysis, node: Expression): readonly (readonly string[])[] {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier') return [[]];
  return analysis.valueOf(inner).kind === 'object' ? [['text'], ['sql'], ['query']] : [[]];
}

/** A whole statement handed to a client that nobody knows: `connection.execute('SELECT … FROM …')`. */
function statementOf(analysis: Analysis, call: Call): RawText[] {
  const member = asMember(calleeOf(call));
  const name = member && propertyName(member);
  const first = argumentsOf(call)[0];
  if (!member || name === undefined || !RUNNERS.has(name) || !first || first.type === 'SpreadElement') return [];
  const text = textOf(first) ?? textOf(heldBy(first as Expression));
  if (text === undefined || !STATEMENT.test(text) || !['unknown', 'foreign'].includes(analysis.valueOf(calleeOf(call)).kind)) return [];
  return [{ node: first as Expression, path: [], target: textOfNode(member) ?? name, language: 'SQL', piece: false }];
}

const RUNNERS = new Set(['query', 'execute', 'exec', 'raw', 'run', 'all', 'get', 'each', 'prepare', 'queryRaw', 'executeSql', 'executeQuery', 'runQuery']);
const STATEMENT = /^\s*(?:select\b[\s\S]+\bfrom\b|insert\s+into\b|update\b[\s\S]+\bset\b|delete\s+from\b|with\b[\s\S]+\bas\s*\()/i;

/** What the variable under a name was declared with. */
function heldBy(node: Expression): Expression | undefined {
  const inner = unwrap(node);
  const definition = inner.type === 'Identifier' ? variableOf(moduleOf(inner).bindings, inner)?.definitions[0] : undefined;
  return definition?.kind === 'value' && definition.binding.path.length === 0 ? definition.from : undefined;
}

/** `{ $where: 'this.a == 1' }`: text under a key that means a program, wherever the object goes. */
function programsIn(analysis: Analysis, module: Module): RawText[] {
  const { catalogue } = analysis;
  const { paths, outer } = catalogue.derived('codePaths', () => {
    const all = catalogue.all.flatMap(({ codePaths }) => codePaths ?? []);
    return { paths: all, outer: new Set(all.map(([key]) => key)) };
  });
  if (![...outer].some((key) => key !== undefined && module.text.includes(key))) return [];
  return (module.bindings.nodes.get('ObjectExpression') ?? []).flatMap((object) =>
    object.type !== 'ObjectExpression' ? [] : object.properties.flatMap((property) => {
      if (property.type !== 'Property') return [];
      const key = keyName(property.key, property.computed);
      if (key === undefined || !outer.has(key)) return [];
      const value = unwrap(property.value);
      if (isFunction(value)) return [];
      return unique(paths.filter(([first]) => first === key).map(([, ...rest]) => rest)).map((path): RawText => ({ node: value, path, target: key, language: 'JavaScript', piece: false }));
    }),
  );
}

function unique(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}

/** A parameter (or a field of one) that becomes such a text, or a part of one. */
export interface TextParameter {
  readonly index: number;
  readonly path: readonly string[];
  /** It is the whole text: the caller writes it. */
  readonly whole: boolean;
  /** The text in the function that has the library's call. */
  readonly text: RawText;
  /** The parameter of that function. */
  readonly root: { readonly fn: FunctionNode; readonly index: number; readonly path: readonly string[] };
}

/** The parameters of a function that reach a database's text with nothing on the way that would make them safe; `[]` where none is seen to. */
export function textParameters(analysis: Analysis, fn: FunctionNode): readonly TextParameter[] {
  return analysis.ofParameters<TextParameter>('textParameters', fn, () => {
    const found: TextParameter[] = [];
    const add = (origin: Origin, text: RawText, whole: boolean, root?: TextParameter['root']): void => {
      if (origin.kind !== 'parameter' || origin.parameter?.fn !== fn) return;
      const { index } = origin.parameter;
      if (!found.some((each) => each.index === index && each.path.join('.') === origin.path.join('.'))) found.push({ index, path: origin.path, whole, text, root: root ?? { fn, index, path: origin.path } });
    };
    for (const text of directTexts(analysis, moduleOf(fn))) {
      if (isWithin(text.node, fn)) for (const origin of originsInText(analysis, text.node, text.path)) add(origin, text, !text.piece && interpolated(origin) === undefined);
    }
    for (const { node: call, fn: callee } of callsOf(analysis, moduleOf(fn), fn)) {
      if (callee === fn) continue;
      for (const inner of textParameters(analysis, callee)) {
        const argument = argumentAt(call, inner.index);
        if (argument) for (const origin of originsInText(analysis, argument.node, [...argument.path, ...inner.path])) add(origin, inner.text, inner.whole && interpolated(origin) === undefined, inner.whole && interpolated(origin) !== undefined ? undefined : inner.root);
      }
    }
    return found;
  });
}

/** Where a piece of text comes from, without what is safe in it. Callers are not followed. */
export function originsInText(analysis: Analysis, node: Expression, path: readonly string[] = []): Origin[] {
  return originsOf(analysis, node, { callers: false, clean: (each, inside) => isFixed(analysis, each, inside) }, path);
}

/** The innermost expression on a trail that is put into a text, as its position among the hops; `undefined` where the value is the text itself. */
export function interpolated({ hops }: Origin): number | undefined {
  const at = hops.findLastIndex((hop) => {
    const holder = parentOf(wrapped(hop));
    if (holder?.type === 'TemplateLiteral') return parentOf(holder)?.type !== 'TaggedTemplateExpression';
    return (holder?.type === 'BinaryExpression' && holder.operator === '+') || (holder?.type === 'AssignmentExpression' && holder.operator === '+=' && holder.right === wrapped(hop));
  });
  return at < 0 ? undefined : at;
}
