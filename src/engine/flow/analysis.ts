/** The questions about values, answered together: one object a configuration, its answers kept until a file changes. */
import type { Catalogue } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import type { Project } from '../modules/project.js';
import type { ClassNode, Expression, FunctionNode, Node } from '../syntax/ast.js';
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
  };
}

/** Beyond this many steps an answer is given up: real code needs some twenty. */
const DEEPEST = 80;

export class Analysis {
  readonly project: Project;
  readonly catalogue: Catalogue;
  readonly options: EngineOptions;
  readonly #id: string;
  readonly #running = new Map<string, Set<object>>();
  /** Answers that rest on a cut: they serve while the outermost question is being worked out, and are forgotten after it. */
  readonly #provisional = new Map<string, Map<object, unknown>>();
  #depth = 0;
  /** How many answers were cut short by a circle or by depth; what rests on such a cut is not kept. */
  #cuts = 0;

  constructor(project: Project, catalogue: Catalogue, options: EngineOptions, id: string) {
    this.project = project;
    this.catalogue = catalogue;
    this.options = options;
    this.#id = id;
  }

  /** What an expression is; `unknown` where nothing tells. A promise counts as what it resolves to. */
  valueOf(node: Expression): Value {
    return this.once('value', node, UNKNOWN, () => evaluate(this, node));
  }

  /** What a call of this function gives. */
  resultOf(fn: FunctionNode): Value {
    return this.once('result', fn, UNKNOWN, () => returnValueOf(this, fn));
  }

  variableValue(module: Module, variable: Variable): Value {
    return this.once('variable', variable, UNKNOWN, () => readVariable(this, module, variable));
  }

  /** What a function's parameter holds, by annotation, framework, decorator or callers. */
  parameterValueAt(fn: FunctionNode, index: number): Value {
    const parameter = parametersOf(fn)[index];
    return parameter ? wholeParameter(this, fn, index, parameter) : UNKNOWN;
  }

  exportValue(module: Module, name: string): Value {
    return readExport(this, module, name);
  }

  memberValue(object: Value, name: string, at?: Node): Value {
    return readMember(this, object, name, at);
  }

  /** What a value of this type annotation is. */
  typeValue(annotation: Node): Value {
    return this.once('type', annotation, UNKNOWN, () => readType(this, annotation));
  }

  /** Where a function is called or handed on, in its own file and in the files that import it; `[]` where nobody can be seen. */
  callSites(fn: FunctionNode): readonly CallSite[] {
    return this.once('callSites', fn, [], () => findCallSites(this, fn));
  }

  /** The module behind an import, if imports are followed. */
  follow(from: Module, specifier: string): Module | undefined {
    return this.options.followImports ? this.project.follow(from, specifier) : undefined;
  }

  /** The modules in which a function or class of another module may be used under this name. */
  importersOf(node: FunctionNode | ClassNode, name: string | undefined): readonly Module[] {
    if (!this.options.followImports) return [];
    const module = moduleOf(node);
    return this.once(`importers:${name ?? ''}`, module, [], () => this.project.importersOf(module, { files: this.options.files }, name));
  }

  /**
   * An answer that is worked out once a key: from memory, or from `ask`. Where the answer needs itself (a circle) or goes too deep,
   * `whenCircular` is given, and nothing that rests on that is remembered.
   */
  once<K extends object, V>(name: string, key: K, whenCircular: V, ask: () => V): V {
    const memo = this.project.memo<K, { readonly answer: V }>(`${this.#id}:${name}`);
    const known = memo.get(key);
    if (known) return known.answer;
    const provisional = this.#provisional.get(name);
    if (provisional?.has(key)) {
      this.#cuts++;
      return provisional.get(key) as V;
    }
    let running = this.#running.get(name);
    if (!running) {
      running = new Set();
      this.#running.set(name, running);
    }
    if (running.has(key) || this.#depth >= DEEPEST) {
      this.#cuts++;
      return whenCircular;
    }
    running.add(key);
    this.#depth++;
    const before = this.#cuts;
    try {
      const answer = ask();
      if (this.#cuts === before || this.#depth === 1) memo.set(key, { answer });
      else this.#keepForNow(name, key, answer);
      return answer;
    } finally {
      this.#depth--;
      running.delete(key);
      if (this.#depth === 0) {
        this.#cuts = 0;
        this.#provisional.clear();
      }
    }
  }

  #keepForNow(name: string, key: object, answer: unknown): void {
    const table = this.#provisional.get(name) ?? new Map<object, unknown>();
    table.set(key, answer);
    this.#provisional.set(name, table);
  }
}
