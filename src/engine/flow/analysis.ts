/** The questions about values, answered together: one object a configuration, its answers kept until a file changes. */
import type { Catalogue } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import type { Project, Wanted } from '../modules/project.js';
import type { Expression, FunctionNode, Node } from '../syntax/ast.js';
import { parametersOf } from '../syntax/names.js';
import type { Variable } from '../binding/scope.js';
import { type CallSite, findCallSites } from './callers.js';
import { evaluate } from './expression.js';
import { returnValueOf } from './calls.js';
import { readExport, readVariable } from './names.js';
import { readMember } from './members.js';
import { wholeParameter } from './parameters.js';
import { readType } from './types.js';
import { UNKNOWN, type Value } from './value.js';

/** What settings let a team say, as the engine needs it. */
export interface EngineOptions {
  /** `false`: one file at a time. */
  readonly followImports: boolean;
  /** How many imports deep a value is followed. */
  readonly depth: number;
  /** How many files of a project are searched for the callers of a function. */
  readonly files: number;
  /** How often an unknown function's name is taken as an iteration helper, clamp, hasher …: the settings' names. */
  readonly names: {
    readonly hashFunctions: readonly string[];
    readonly boundFunctions: readonly string[];
    readonly errorSanitizers: readonly string[];
    readonly iterationHelpers: readonly string[];
    readonly asyncHandlers: readonly string[];
    readonly responseMethods: readonly string[];
    readonly rateLimiters?: readonly string[];
    readonly authMiddleware?: readonly string[];
  };
}

/** Beyond this many steps an answer is given up: real code needs some twenty. */
const DEEPEST = 80;
/** An answer that rests on open questions is worked out so often at most, then kept: where everything calls everything, there is no end of circles. */
const MOST_TIMES = 4;
/** The callers of callers of callers …: so far is a value followed upwards. */
const MOST_SEARCHES = 4;


export class Analysis {
  readonly project: Project;
  readonly catalogue: Catalogue;
  readonly options: EngineOptions;
  readonly #id: string;
  readonly #questions = new Map<string, Question>();
  /** The two questions that are asked more often than all others together. */
  readonly #values: Question;
  readonly #variables: Question;
  readonly #kept: { readonly question: Question; readonly key: object; readonly on: number; readonly searches: number }[] = [];
  #version = -1;
  /** Where imports are not followed: the file that all answers are about. */
  #alone: Module | undefined;
  #depth = 0;
  /** How many searches for callers are under way inside one another, and how many were refused because there were too many. */
  #searches = 0;
  #refusals = 0;
  #memberDepth = 0;
  /** How many imports deep the running questions have gone. */
  #imports = 0;
  /** The outermost running question that what is being worked out has met again (in a circle); none: infinity. */
  #restsOn = Infinity;

  constructor(project: Project, catalogue: Catalogue, options: EngineOptions, id: string) {
    this.project = project;
    this.catalogue = catalogue;
    this.options = options;
    this.#id = id;
    this.#values = this.#question('value');
    this.#variables = this.#question('variable');
  }

  /** What an expression is; `unknown` where nothing tells. A promise counts as what it resolves to. */
  valueOf(node: Expression): Value {
    return (this.#known(this.#values, node) as Value | undefined) ?? this.once('value', node, UNKNOWN, () => evaluate(this, node));
  }

  /** What a call of this function gives. */
  resultOf(fn: FunctionNode): Value {
    return this.once('result', fn, UNKNOWN, () => returnValueOf(this, fn));
  }

  variableValue(module: Module, variable: Variable): Value {
    return (this.#known(this.#variables, variable) as Value | undefined) ?? this.once('variable', variable, UNKNOWN, () => readVariable(this, module, variable));
  }

  /** What a function's parameter holds, by annotation, framework, decorator or callers. */
  parameterValueAt(fn: FunctionNode, index: number): Value {
    const parameter = parametersOf(fn)[index];
    return parameter ? wholeParameter(this, fn, index, parameter) : UNKNOWN;
  }

  /** A module's export; `unknown` where it lies more than `depth` imports away from where the outermost question was asked. */
  exportValue(module: Module, name: string): Value {
    if (this.#imports >= this.options.depth) {
      this.#restsOn = 0;
      return UNKNOWN;
    }
    this.#imports++;
    try {
      return readExport(this, module, name);
    } finally {
      this.#imports--;
    }
  }

  /** What `object.name` is. `at` is the member expression, where there is one. */
  memberValue(object: Value, name: string, at?: Node): Value {
    // Objects can spread themselves, classes extend themselves, modules export each other.
    if (this.#memberDepth >= DEEPEST) return UNKNOWN;
    this.#memberDepth++;
    try {
      return readMember(this, object, name, at);
    } finally {
      this.#memberDepth--;
    }
  }

  /** What a value of this type annotation is. */
  typeValue(annotation: Node): Value {
    return this.once('type', annotation, UNKNOWN, () => readType(this, annotation));
  }

  /** Where a function is called or handed on, in its own file and in the files that import it; `[]` where nobody can be seen. */
  callSites(fn: FunctionNode): readonly CallSite[] {
    return this.#sites('callSites', fn, false);
  }

  /** Where a function is handed on or put somewhere, in its own file and in the files that import it; its plain calls are left out. */
  mentions(fn: FunctionNode): readonly CallSite[] {
    return this.#sites('mentions', fn, true);
  }

  #sites(name: string, fn: FunctionNode, mentionsOnly: boolean): readonly CallSite[] {
    if (this.#searches >= MOST_SEARCHES) {
      this.#refusals++;
      return [];
    }
    this.#searches++;
    try {
      let key: string | undefined;
      const sites = this.once<readonly CallSite[]>(name, fn, [], () => {
        key = [this.#id, name, moduleOf(fn).path, fn.start].join(' ');
        return findCallSites(this, fn, mentionsOnly, this.project.filesFound(key));
      });
      // What is remembered for good may be told by its files when the nodes are gone.
      if (key !== undefined && this.#question(name).answers.has(fn) && !this.project.filesFound(key)) this.project.keepFilesFound(key, new Set(sites.map((site) => moduleOf(site.node).path)));
      return sites;
    } finally {
      this.#searches--;
    }
  }

  /** The module behind an import, if imports are followed. */
  follow(from: Module, specifier: string): Module | undefined {
    return this.options.followImports ? this.project.follow(from, specifier) : undefined;
  }

  /** May the module behind an import export something under this name? */
  mayExport(from: Module, specifier: string, name: string): boolean {
    return this.options.followImports && (name === 'default' || this.project.mayExport(from, specifier, name));
  }

  /** Does any file of a node's project, as far as files are followed, have this word in its text? */
  isSaidAround(node: Node, word: string): boolean {
    const module = moduleOf(node);
    if (!this.options.followImports) return module.text.includes(word);
    return this.once(`says:${word}`, module, false, () => this.project.says(module, { files: this.options.files }, word));
  }

  /** The modules in which something of a node's module may be used, as far as their text says so. */
  importersOf(node: Node, wanted: Wanted): readonly Module[] {
    if (!this.options.followImports) return [];
    return this.project.importersOf(moduleOf(node), { files: this.options.files }, wanted);
  }

  /** The modules of a module's package that do so, itself among them: the same for each of them. Where imports are not followed, only the module itself. */
  mentioningAtHome(module: Module, words: readonly string[], packages: readonly string[] = [], besides: readonly string[] = []): readonly Module[] {
    return this.options.followImports ? this.project.mentioningAtHome(module, { files: this.options.files }, words, packages, besides) : [module];
  }

  /** What an answer belongs to that is the same for all modules of a package; where imports are not followed, each module has its own. */
  home(module: Module): object {
    return this.options.followImports ? this.project.home(module) : module;
  }

  /**
   * The other modules of a module's project that have one of these words in their text, or import one of these packages: what a container or a
   * framework ties together, not an import.
   * @param besides where any are given, only those that have one of these words, too
   */
  mentioning(module: Module, words: readonly string[], packages: readonly string[] = [], besides: readonly string[] = []): readonly Module[] {
    if (!this.options.followImports) return [];
    return this.once(['mentioning:', ...words, '|', ...packages, '|', ...besides].join(' '), module, [], () => this.project.mentioning(module, { files: this.options.files }, words, packages, besides));
  }

  /**
   * An answer that is worked out once a key: from memory, or from `ask`. Where the answer needs itself (a circle) or goes too deep,
   * `whenCircular` is given, and nothing that rests on that is remembered, unless it was worked out `MOST_TIMES` times already.
   */
  once<V>(name: string, key: object, whenCircular: V, ask: () => V): V {
    const question = this.#question(name);
    const { answers, limited } = question;
    const known = answers.get(key) as V | undefined;
    if (known !== undefined || answers.has(key)) return known as V;
    // An answer that was found with fewer searches left serves only where no more are left now.
    const cut = limited.get(key);
    if (cut && cut.searches <= this.#searches) {
      this.#refusals++;
      return cut.answer as V;
    }
    const provisional = question.provisional.get(key);
    if (provisional && this.#depth >= provisional.from) {
      this.#restsOn = Math.min(this.#restsOn, provisional.on);
      return provisional.answer as V;
    }
    const again = question.running.get(key) ?? (this.#depth >= DEEPEST ? 0 : undefined);
    if (again !== undefined) {
      this.#restsOn = Math.min(this.#restsOn, again);
      return whenCircular;
    }
    const around = this.#restsOn;
    const refusals = this.#refusals;
    const kept = this.#kept.length;
    this.#restsOn = Infinity;
    const depth = ++this.#depth;
    let holds = false;
    question.running.set(key, depth);
    try {
      const answer = ask();
      // Nothing outside is needed: the answer holds. What rested on its absence holds too, if absent is what it is.
      if (this.#kept.length > kept) this.#dropFrom(kept, depth, answer === whenCircular || (Array.isArray(answer) && answer.length === 0));
      holds = this.#restsOn >= depth || depth === 1 || isWornOut(question, key);
      if (holds) keep({ answers, limited }, key, answer, this.#refusals === refusals ? 0 : this.#searches);
      else this.#keepForNow(question, key, answer, depth);
      return answer;
    } finally {
      this.#depth--;
      question.running.delete(key);
      this.#restsOn = Math.min(around, holds ? Infinity : this.#restsOn);
      if (this.#depth === 0) {
        this.#restsOn = Infinity;
        if (this.#kept.length > 0) this.#dropFrom(0, 0, false);
      }
    }
  }

  /** What is found about the parameters of a function, worked out once; nothing where it has none. */
  ofParameters<V>(name: string, fn: FunctionNode, ask: () => readonly V[]): readonly V[] {
    return fn.params.length === 0 ? [] : this.once<readonly V[]>(name, fn, [], ask);
  }

  /** An answer that holds; `undefined` where there is none yet. */
  #known({ answers }: Question, key: object): unknown {
    return this.#version === this.project.version ? answers.get(key) : undefined;
  }

  /** Where imports are not followed, nothing that was answered of other files is asked again: their trees need not stay. */
  beginAlone(module: Module): void {
    if (module !== this.#alone) this.#forget();
    this.#alone = module;
  }

  #forget(): void {
    // What is being worked out may rest on what has changed: it goes into tables that nobody asks any more.
    for (const [each, question] of this.#questions) {
      question.answers = new Map();
      question.limited = new Map();
      question.times = new Map();
      // Some have a word of the code in their name, of which an editor sees ever new ones.
      if (question.running.size === 0 && question !== this.#values && question !== this.#variables) this.#questions.delete(each);
    }
  }

  #question(name: string): Question {
    if (this.#version !== this.project.version) {
      this.#forget();
      this.#version = this.project.version;
    }
    let question = this.#questions.get(name);
    if (!question) {
      question = { running: new Map(), provisional: new Map(), answers: new Map(), limited: new Map(), times: new Map() };
      this.#questions.set(name, question);
    }
    return question;
  }

  /** @param depth where it was asked; an answer that was cut by depth (`on` is 0) may be a better one well further out. */
  #keepForNow(question: Question, key: object, answer: unknown, depth: number): void {
    question.provisional.set(key, { answer, on: this.#restsOn, from: this.#restsOn === 0 ? depth - DEEPEST / 4 : 0 });
    this.#kept.push({ question, key, on: this.#restsOn, searches: this.#searches });
  }

  /**
   * Settles the answers that rest on a question as deep as this: they hold where it turned out as they assumed, and are forgotten else.
   * They were all kept since it was asked, the first of them at `since`.
   */
  #dropFrom(since: number, depth: number, asAssumed: boolean): void {
    for (const each of this.#kept.splice(since)) {
      const { question, key, on, searches } = each;
      if (on < depth) {
        this.#kept.push(each);
        continue;
      }
      const provisional = question.provisional.get(key);
      if (asAssumed && on === depth && provisional) keep(question, key, provisional.answer, searches);
      question.provisional.delete(key);
    }
  }
}

/** Has an answer that rests on open questions been worked out so often that it is kept? Counts. */
function isWornOut({ times }: Question, key: object): boolean {
  const before = times.get(key) ?? 0;
  times.set(key, before + 1);
  return before + 1 >= MOST_TIMES;
}

/** All that is known of one question: by the node, function, module … that it is asked about. */
interface Question {
  /** Those being worked out, with how deep each stands. */
  readonly running: Map<object, number>;
  /** Answers that rest on a question which is still being worked out: they serve until that one has its own answer. */
  readonly provisional: Map<object, Provisional>;
  /** Answers that hold until a file changes. */
  answers: Map<object, unknown>;
  /** How often an answer was worked out that rested on open questions. */
  times: Map<object, number>;
  /** Answers that were found while no more searches for callers were allowed. */
  limited: Map<object, Limited>;
}

interface Limited {
  readonly answer: unknown;
  /** How many searches for callers were under way already when it was found. */
  readonly searches: number;
}

function keep({ answers, limited }: Pick<Question, 'answers' | 'limited'>, key: object, answer: unknown, searches: number): void {
  if (searches > 0) limited.set(key, { answer, searches });
  else answers.set(key, answer);
}

interface Provisional {
  readonly answer: unknown;
  /** How deep the outermost question stands that it rests on. */
  readonly on: number;
  /** It serves for questions at least this deep. */
  readonly from: number;
}
