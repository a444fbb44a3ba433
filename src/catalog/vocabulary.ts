/**
 * The words in which a library is described. Data only: what a thing is, never what a rule makes of it.
 *
 * A library is a set of exports and a set of named types. An export is a `Member`: reading, calling or constructing it
 * gives a named type; a type's members are `Member`s again. So `mongoose.model('User', s).find({}).limit(5)` is read as
 * a path through types: `Mongoose` → `Model` → `Query` → `Query`.
 */

/** Where in a call a value stands: the argument's position (`-1` is the last), then property names inside it. `*` is any property. */
export type Slot = readonly [argument: number, ...path: string[]];

export type Access = 'read' | 'write';

/** What one call means for a query. */
export interface QueryShape {
  /** `sql`: read or write, as the statement's first word says. */
  readonly access: Access | 'sql';
  /** What comes back: many rows, one row, a number or the like (`value`), or nothing to speak of. */
  readonly rows: 'many' | 'one' | 'value' | 'none';
  /** Where the number of rows is set. */
  readonly size?: readonly Slot[];
  /** Where the filter stands. */
  readonly filter?: readonly Slot[];
  /** Where the written values stand. */
  readonly data?: readonly Slot[];
  /** Where the SQL text stands. */
  readonly sql?: Slot;
  /** The call takes many rows, or all that a filter matches, at once. */
  readonly bulk?: true;
  /** One page comes back even where nothing sets its size. */
  readonly paged?: true;
  /** The rows are the first of two things that come back: `[rows, fields]`, `[rows, count]`. */
  readonly pair?: true;
  /** The library joins calls of one tick into one query (Prisma's `findUnique`). */
  readonly batched?: true;
  /** The last argument may be a callback; with one the call runs at once even where the type is lazy. */
  readonly callback?: true;
}

/** What a step adds to the query of the builder it is called on. */
export interface BuilderStep {
  readonly access?: Access;
  readonly rows?: QueryShape['rows'];
  readonly size?: readonly Slot[];
  readonly filter?: readonly Slot[];
  readonly data?: readonly Slot[];
  /** A value that stands for a column and its new value: `.set('password', x)`. */
  readonly sql?: Slot;
  readonly bulk?: true;
  /** One page comes back even where nothing sets its size. */
  readonly paged?: true;
  /** The rows are the first of two things that come back: `[rows, fields]`, `[rows, count]`. */
  readonly pair?: true;
  /** The step turns the result into a stream or cursor, row by row. */
  readonly streams?: true;
}

export type RequestPart = 'body' | 'query' | 'params' | 'headers' | 'cookies' | 'files' | 'user' | 'whole';

/** A function argument that the library calls back. */
export interface Callback {
  readonly at: number;
  /** The types of its parameters, by position; `row` and `rows` are the query's own result, `error` a caught error, `element` one element of the receiver or first argument. */
  readonly params?: readonly (string | undefined)[];
  /** `now`: within the call, once; `each`: within the call, once an element; `later`: when something happens. */
  readonly runs: 'now' | 'each' | 'later';
  /** With a value in this slot of the call, many elements are handed over at once. */
  readonly batched?: Slot;
  /** The type of `this` in it. */
  readonly this?: string;
}

export interface PasswordHash {
  readonly input: Slot;
  /** Where the cost is stated and the least that will do; a cost that is not stated is the library's default. */
  readonly cost?: readonly CostBound[];
  /** The result comes as a promise (or through a callback): without `await` the promise itself would be stored. */
  readonly promise?: true;
}

export interface CostBound {
  readonly at: Slot;
  /** The least cost, or by the value of another argument (a digest's name). */
  readonly least: number | { readonly by: Slot; readonly values: Readonly<Record<string, number>> };
  /** How the message calls it: `10 rounds`, `210000 iterations`. */
  readonly unit: string;
  /** The document that names the number. */
  readonly source: string;
}

/** A call that writes a log line. */
export interface LogShape {
  /** `fields`: an object of fields stands before the text (pino); `message`: the text first, an object of fields after it (winston); `any`: whatever comes is printed (`console`). */
  readonly order: 'fields' | 'message' | 'any';
  /** How many arguments stand before the line itself: `log(level, text)` has one. */
  readonly skips?: number;
  /** What becomes of values after the text that it has no token for (`%s`): they are left out of the line, or printed at the end of the text. Absent: they are kept. */
  readonly rest?: 'dropped' | 'printed';
  /** With a value in this slot of the call that made the logger, the app puts the arguments in order itself. */
  readonly arranged?: Slot;
}

/** How routes are registered by a call. */
export interface RouteCall {
  /** The HTTP method, `*` for any, `use` for middleware; a `Slot` where an argument names it. */
  readonly method: string | Slot;
  readonly path?: Slot;
  /** The position of the first handler; all functions from there on are the chain. Absent where an object names them. */
  readonly handlers?: number;
  /** Where handlers stand in an options object: `[0, 'handler']`. */
  readonly handlerSlots?: readonly Slot[];
  readonly middlewareSlots?: readonly Slot[];
  /** Where schemas of the request stand. */
  readonly schema?: readonly Slot[];
  /** Which of the library's `handlers` shapes the functions have; default `route`. */
  readonly shape?: string;
}

/** The parameters and the way of answering of one kind of handler. */
export interface HandlerShape {
  readonly params: readonly (string | undefined)[];
  /** A function with this many parameters takes an error first: `['error', 'Request', …]`. */
  readonly errorParams?: readonly (string | undefined)[];
  /** What a handler returns is the response's body. */
  readonly returnsBody?: true;
  /** Only handlers declare their first parameter so: nothing else is needed to know one. */
  readonly declared?: true;
  readonly layer: 'controller' | 'middleware' | 'errorHandler' | 'resolver' | 'serverComponent';
}

export interface ResponseShape {
  /** Where the body's parts stand. */
  readonly body: readonly Slot[];
  readonly status?: Slot;
  readonly how: 'json' | 'text' | 'render' | 'redirect' | 'flash' | 'error' | 'event';
  /** The call itself sends the whole answer, so that a second one on the same response fails. `withBody`: without a body it only ends what was sent. */
  readonly sends?: 'always' | 'withBody';
}

/** An error made for the client: its text becomes the response. */
export interface HttpErrorShape {
  readonly body: readonly Slot[];
  /** Where the status stands, or the status itself. */
  readonly status?: Slot | number;
  /** The framework replaces the text of 5xx answers itself (Boom). */
  readonly masks5xx?: true;
}

/** One name of a library: reading it, calling it, constructing it. */
export interface Member {
  /** The type of the value itself. `this` is the receiver's. A trailing `[]` is an array of it. */
  readonly type?: string;
  /** The package whose type `type` names, where it is another one's. */
  readonly of?: string;
  /** The type a call gives (a promise counts as its value). `rows`: the query's result. */
  readonly returns?: string;
  readonly constructs?: string;
  /** Calling the property of a value by any name: see `TypeShape.any`. */
  readonly query?: QueryShape;
  readonly step?: BuilderStep;
  /** Calling this makes the round trip of the builder it is called on. */
  readonly executes?: true;
  /** Calling this makes the round trip of the builder that stands in this slot, where one does. */
  readonly runs?: Slot;
  /** What names the model or table: this member's own name, a slot of the call, or its first type argument. */
  readonly names?: 'member' | 'typeArgument' | Slot;
  readonly callbacks?: readonly Callback[];
  readonly route?: RouteCall;
  readonly respond?: ResponseShape;
  /** Assigning to this property answers: `ctx.body = x`. */
  readonly assigns?: ResponseShape['how'];
  readonly request?: RequestPart;
  readonly httpError?: HttpErrorShape;
  readonly passesError?: Slot;
  /** Called without an error, it hands the request on to the next handler, which answers it. */
  readonly passesOn?: true;
  readonly hash?: PasswordHash;
  /** A digest that is too fast for passwords, of the value in this slot. */
  readonly digest?: Slot;
  /** Compares a password with its hash. */
  readonly verifies?: true;
  /** Tells whether its first two arguments are the same, as they stand. */
  readonly equals?: true;
  /** Sets an upper bound: the schema step `.max(n)`, a decorator `@Max(n)`. */
  readonly bounds?: 'max' | Slot;
  /** Parses a value by the schema it is called on, or by the one in `schema`. */
  readonly parses?: { readonly input: Slot; readonly schema?: Slot; readonly result?: string };
  /** Gives an instance of the class in a slot, or of the call's type argument: a container. */
  readonly instantiates?: Slot;
  /** Opens a transaction: no query itself. */
  readonly transaction?: true;
  /** Hands the rows over as they come in, so that they are read in few round trips; what its callback does, it does once a row. */
  readonly batches?: true;
  /** As a decorator, what it makes of the thing it stands on. */
  readonly decorates?: Decoration;
  /** Registers a hook of a model: `schema.pre('save', fn)`. */
  readonly hook?: { readonly event: Slot | string; readonly handler: number };
  /** Puts values into an object of a model, in memory; `saved` is the method that writes it. */
  readonly builds?: { readonly data: readonly Slot[]; readonly saved: string };
  /** Functions in this argument run around the queries of the client: those that stand under a model's and a method's name around these, others around all. */
  readonly intercepts?: Slot;
  /** Defines a model: where its name and its fields stand. */
  readonly defines?: { readonly name?: Slot; readonly fields?: Slot; readonly options?: Slot };
  /** Builds a condition of a filter: on equality of the column in this slot, of all the conditions it is given, or one that keeps nothing small. */
  readonly condition?: Slot | 'all' | 'loose';
  readonly logs?: LogShape;
  /** Colours a text for a terminal. */
  readonly colours?: true;
  /** Why the call is harmless for rules that would else take it for a query: builds an instance, loads by batch … */
  readonly harmless?: string;
  /** What it throws speaks of what it was given, for whoever wrote that: a parser, a compiler of templates or patterns. */
  readonly throws?: 'input';
  /** Passes a value through unchanged in meaning: `String(x)`, `parseInt(x)`, `.trim()`. */
  readonly passes?: readonly Slot[];
}

export type Decoration =
  | { readonly as: 'controller' | 'resolver' | 'service' | 'entity' | 'exceptionFilter' | 'middleware' }
  | { readonly as: 'route'; readonly method: string; readonly path?: Slot }
  | { readonly as: 'parameter'; readonly request?: RequestPart; readonly type?: string }
  /** Gives an injected parameter or property its type where the annotation does not. */
  | { readonly as: 'injects'; readonly type: string }
  | { readonly as: 'hook'; readonly event: string }
  /** A class whose methods are hooks of the models that it names, by the names of events. */
  | { readonly as: 'subscriber' }
  | { readonly as: 'bound' };

export interface TypeShape {
  /** The types whose members this one has too. */
  readonly extends?: string;
  readonly members?: Readonly<Record<string, Member>>;
  /** Any other member: a Prisma client's delegates, a query namespace's tables. */
  readonly any?: Member;
  /** Calling a value of this type: `knex('users')`, `` sql`…` ``. */
  readonly call?: Member;
  readonly construct?: Member;
  /** A builder: nothing happens until it is awaited (`await`), or until a member that `executes` is called (`call`). */
  readonly lazy?: 'await' | 'call';
  /** The type of one row of what a query on this type gives. */
  readonly row?: string;
  /** A class can extend this type and is then a model of its own name; `self` is the type of the class itself, `instance` that of its instances. */
  readonly model?: { readonly instance?: string };
  /** A client, repository or model: what `injectedClient` speaks of. */
  readonly client?: 'client' | 'repository' | 'model';
  /** The type of `this` in functions that are put on a value of this type: `schema.methods.x = function () {}`. */
  readonly thisOf?: string;
  /** Members by a pattern of their name: `getOrders`, `addOrder`. Tried after `members`. */
  readonly patterns?: readonly { readonly name: string; readonly member: Member }[];
  /** An instance of a model, whose methods may query. */
  readonly entity?: true;
  /** A function that is declared to be of this type is a handler; the key of its shape. */
  readonly handler?: string;
  /** The layer of a class that extends or implements this type: a guard, a pipe, a strategy. */
  readonly layer?: 'middleware';
}

/** Code whose client cannot be followed, and is known by its shape alone. */
export interface Likeness {
  /** The type it is taken for. */
  readonly type: string;
  /** What the receiver looks like: `delegate` is `x.model`, `model` a capitalised name, `user` the signed-in user that a framework's request holds, `any` anything. */
  readonly receiver: 'delegate' | 'model' | 'user' | 'any';
  /** Method names that say enough by themselves. */
  readonly methods: readonly string[];
  /** Method names that need an object with one of these keys as the first argument. */
  readonly withKeys?: { readonly methods: readonly string[]; readonly keys: readonly string[] };
}

export interface Remedy {
  /** What to write instead of one read a row. */
  readonly read: string;
  /** What to write instead of one write a row. */
  readonly write: string;
  /** The same for a write that holds further rows, which no bulk write takes. */
  readonly nested?: string;
  /** How the number of rows is set. */
  readonly size?: string;
}

export type LibraryKind = 'database' | 'cache' | 'framework' | 'hashing' | 'validation' | 'auth' | 'logging' | 'limiting' | 'messaging' | 'http' | 'storage' | 'retry' | 'utility' | 'other';

export interface Library {
  /** As its own documentation writes it. */
  readonly name: string;
  readonly kind: LibraryKind;
  /** A cache in the process's own memory: its calls are no round trips. */
  readonly inProcess?: true;
  /** Module specifiers; a trailing `/*` takes every subpath. */
  readonly packages: readonly string[];
  /** The majors whose API this describes. */
  readonly versions?: string;
  readonly exports: Readonly<Record<string, Member>>;
  /** Exports that are another package's, by that package: `{ z: 'zod' }`. */
  readonly reexports?: Readonly<Record<string, string>>;
  /** Names that need no import: `fetch`-like globals, `Bun`. */
  readonly globals?: Readonly<Record<string, Member>>;
  readonly types: Readonly<Record<string, TypeShape>>;
  /** What it puts on another library's types where a project depends on it: package → type → members. */
  readonly adds?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Member>>>>>>;
  readonly remedy?: Remedy;
  readonly likeness?: readonly Likeness[];
  /** Names that a client of this library goes by where nobody can be seen to make it: `prisma`, `knex`. Name → type. */
  readonly likelyNames?: Readonly<Record<string, string>>;
  /** Keys in written data that write further rows, which a bulk write cannot do. */
  readonly nestedWrites?: readonly string[];
  readonly handlers?: Readonly<Record<string, HandlerShape>>;
  /**
   * The framework does not look at the promise that a handler returns, so that its rejection reaches nobody: up to which major of which package, unless the
   * project also depends on one of these packages, which see to it. Absent: it does look.
   */
  readonly leavesRejections?: { readonly package: string; readonly upTo: number; readonly unless: readonly string[] };
  /** Methods that the framework calls while it starts, on the classes that it makes. */
  readonly startHooks?: readonly string[];
  /**
   * Parameter names by which a handler is known where nobody registers it in sight; all must match, and one of `uses` be read off a parameter
   * (`()`: the parameter itself is called).
   */
  readonly handlerNames?: readonly { readonly shape: string; readonly params: readonly (readonly string[])[]; readonly uses: readonly string[] }[];
  /** Files whose exports are handlers: a pattern of the path and the export names. */
  readonly routeFiles?: readonly { readonly path: string; readonly exports: readonly string[]; readonly shape: string }[];
  /**
   * Object literals whose functions are resolvers, wherever they stand: those held under one of the keys in `below` (`{ Query: { users() {} } }`) and their
   * siblings, or functions of these names beside one of the keys in `beside` (`{ type, resolve() {} }`).
   */
  readonly resolverObjects?: readonly ({ readonly below: readonly string[] } | { readonly named: readonly string[]; readonly beside: readonly string[] })[];
  /** Which operations a model's hook runs for: event → method names. */
  readonly hookCovers?: Readonly<Record<string, readonly string[]>>;
  /** Libraries that hash the password themselves when they are attached to a model. */
  readonly hashesPasswords?: true;
  /** The property of a result that says what went wrong: `const { data, error } = await …`. */
  readonly resultError?: string;
  /** Errors that are made for the client: class names of this package whose text is safe to send. */
  readonly safeErrors?: readonly string[];
  /** Errors of a driver or ORM: `instanceof` one of these says nothing about safety. */
  readonly driverErrors?: readonly string[];
}

/** Gives a library's description its type; changes nothing. */
export function defineLibrary(library: Library): Library {
  return library;
}

/** The same member under several names. */
export function all<M extends Member>(names: readonly string[], member: M): Record<string, M> {
  return Object.fromEntries(names.map((name) => [name, member]));
}
