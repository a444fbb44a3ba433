/**
 * The words in which a library is described. Data only: what a thing is, never what a rule makes of it.
 *
 * A library is a set of exports and a set of named types. An export is a `Member`: reading, calling or constructing it
 * gives a named type; a type's members are `Member`s again. So `mongoose.model('User', s).find({}).limit(5)` is read as
 * a path through types: `Mongoose` → `Model` → `Query` → `Query`.
 */

/** Where in a call a value stands: the argument's position (`-1` is the last), then property names inside it. `*` is any property, `()` what calling it gives. */
export type Slot = readonly [argument: number, ...path: string[]];

export type Access = 'read' | 'write';

/** What one call means for a query. */
export interface QueryShape {
  /** `sql`: read or write, as the statement's first word says. `cypher`: as any of its clauses does. */
  readonly access: Access | 'sql' | 'cypher';
  /** What comes back: many rows, one row, a number or the like (`value`), or nothing to speak of. */
  readonly rows: 'many' | 'one' | 'value' | 'none';
  /** Where the number of rows is set. */
  readonly size?: readonly Slot[];
  /** Where the filter stands. */
  readonly filter?: readonly Slot[];
  /** Where options and conditions may stand in the same place: the names of options. An object that has one of them is no filter as a whole. */
  readonly options?: readonly string[];
  /** Where the written values stand. */
  readonly data?: readonly Slot[];
  /** What stands in the data are operations: the names that lead to what each of them may write, such as `insertOne`, then `document`. */
  readonly operations?: readonly (readonly string[])[];
  /** Where a text stands that says which column each name in the data is put into: `SET password = :p`. */
  readonly expression?: Slot;
  /** Where a list of the columns stands that may be written: the others are left out of the data. */
  readonly writable?: readonly Slot[];
  /** Where the SQL text stands. */
  readonly sql?: Slot;
  /** Where an option stands that has the hooks of single rows run for each of many. */
  readonly rowHooks?: Slot;
  /** The call takes many rows, or all that a filter matches, at once. */
  readonly bulk?: true;
  /** One page comes back even where nothing sets its size. */
  readonly paged?: true;
  /** The rows are the first of two things that come back: `[rows, fields]`, `[rows, count]`. */
  readonly pair?: true;
  /** The library joins calls of one tick into one query (Prisma's `findUnique`). */
  readonly batched?: true;
  /** A value here locks the rows that are read until the transaction ends, or has their version checked. */
  readonly locks?: readonly Slot[];
  /** What stands in `data` is a row, which is written over where it is there already. */
  readonly saves?: true;
  /** Is about the row that it is called on, or about those that belong to it. */
  readonly ofRow?: true;
  /** Its rows are of another model than the one it is called on: what an association of that leads to. */
  readonly related?: true;
  /** Where what gathers rows stands (`$group` of a pipeline): with it, a few come back. */
  readonly gathers?: readonly Slot[];
  /** The last argument may be a callback; with one the call runs at once even where the type is lazy. */
  readonly callback?: true;
  /** Where the columns are named that come back: a list, a text, or an object of flags. */
  readonly columns?: readonly Slot[];
  /** Where columns are named that do not come back. */
  readonly omits?: readonly Slot[];
  /** Where related rows are named that come along. */
  readonly relations?: readonly Slot[];
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
  /** The rows that are read stay locked until the transaction ends. */
  readonly locks?: true;
  /** The step turns the result into a stream or cursor, row by row. */
  readonly streams?: true;
  readonly columns?: readonly Slot[];
  readonly omits?: readonly Slot[];
  readonly relations?: readonly Slot[];
  /** The columns that are named come besides those that come anyway. */
  readonly adds?: true;
  /** Rows come as plain objects, which the model's own serializer does not know. */
  readonly plain?: true;
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
  /** The package whose types `params` names, where it is another one's. */
  readonly of?: string;
  /** What it does to its first parameter, a builder, it does to the builder that the call is made on. */
  readonly builds?: true;
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

/** A call on a cache, by what it does to the entry under a key. */
export interface CacheShape {
  /** `load`: gives the entry, and makes it where there is none; `count`: changes a number, which is no copy of anything; `expire`: sets when an entry goes. */
  readonly does: 'read' | 'write' | 'load' | 'remove' | 'expire' | 'count';
  /** Where the key stands; absent where the call concerns every entry. */
  readonly key?: Slot;
  readonly value?: Slot;
  /** Where an expiry stands. */
  readonly expiry?: readonly Slot[];
  /** Words among the arguments that an expiry follows, or that keep the one there is: `set(key, value, 'EX', 60)`. */
  readonly words?: readonly string[];
  /** An expiry is in seconds (absent: in milliseconds). */
  readonly seconds?: true;
}

/** What the client of a cache is made with. */
export interface CacheClient {
  /** Options, wherever they stand in the call, that make entries expire by themselves. */
  readonly expiry: readonly string[];
  /** Options without one of which an object of options makes a cache in the process's own memory; absent where the cache is always shared. */
  readonly shared?: readonly string[];
}

/** What a call brings about outside of the database, where no rollback reaches: mail, a message to another process, a job in a queue, an event, a request to another service, a stored file. */
export type Effect = 'mail' | 'message' | 'job' | 'event' | 'request' | 'file';

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
  /** Where the call that made the logger says what a line looks like. */
  readonly format?: Slot;
}

/** What a secret protects, in the words of a message. */
export type SecretUse = 'tokens' | 'sessions' | 'cookies' | 'HMACs';

/** Where a call is given a secret that it signs, checks or encrypts with. A public key may stand in such a slot, too. */
export interface SecretShape {
  readonly of: SecretUse;
  readonly at: readonly Slot[];
}

/** What a call does with signed tokens (JWTs). */
export interface TokenShape {
  /** `sign`: makes one. `verify`: checks one. `decode`: gives what it claims, unchecked. `part`: a step or setting of one of these, which is another call. `defaults`: what all of the app's later calls of the library go by. */
  readonly does: 'sign' | 'verify' | 'decode' | 'part' | 'defaults';
  /** Where the claims stand. */
  readonly payload?: Slot;
  /** Where the token stands. */
  readonly token?: Slot;
  /** Where the key may stand. */
  readonly keys?: readonly Slot[];
  /** Where something besides the payload may say what the token is for: an audience, an issuer, a subject, a header, an algorithm. */
  readonly marks?: readonly Slot[];
  /** Where a lifetime or an end may be stated. The claim `exp` of a payload that is written out counts without being listed. */
  readonly expiry?: readonly Slot[];
  /** The unit of a lifetime that is a plain number; seconds where it is absent. */
  readonly unit?: 'seconds' | 'milliseconds';
  /** Where an option stands that lets expired tokens pass when it is true. */
  readonly ignoresExpiry?: Slot;
  /** Where the algorithms stand that are let in. */
  readonly algorithms?: readonly Slot[];
  /** Where an option stands that leaves out the check of the signature when it is true. */
  readonly unchecked?: Slot;
  /** What the call does not state holds as the library's `defaults` say. */
  readonly inherits?: true;
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
  /** Where schemas of the answer stand, which leave out what they do not name. */
  readonly answers?: readonly Slot[];
  /** Which of the library's `handlers` shapes the functions have; default `route`. */
  readonly shape?: string;
  /** Where the route sets a limit of its own for a limiter that stands on the whole app. */
  readonly limitSlots?: readonly Slot[];
}

/** The parameters and the way of answering of one kind of handler. */
export interface HandlerShape {
  readonly params: readonly (string | undefined)[];
  /** A function with this many parameters takes an error first: `['error', 'Request', …]`. */
  readonly errorParams?: readonly (string | undefined)[];
  /** The type of `this` in such a function. */
  readonly this?: string;
  /** What a handler returns is the response's body; `fields`: the client is sent the fields of it that the query asks for and the schema has. */
  readonly returnsBody?: true | 'fields';
  /** The framework has set a status that speaks of a failure before it calls the handler. */
  readonly failsAlready?: true;
  /** The key, beside the handler in an object, under which what it takes is described. */
  readonly describedBy?: string;
  /** Only handlers declare their first parameter so: nothing else is needed to know one. */
  readonly declared?: true;
  readonly layer: 'controller' | 'middleware' | 'errorHandler' | 'resolver' | 'serverComponent';
}

export interface ResponseShape {
  /** Where the body's parts stand. */
  readonly body: readonly Slot[];
  /** Where the status stands, or the status itself; absent where another call or property sets it. */
  readonly status?: Slot | number;
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

export type Hanging =
  /**
   * A value under a name (or the fields of an object, each under its own), on what the call is made on, or on values of the type `on`, which a word of the
   * call may choose. `nested`: the dots in a name make a path of it.
   */
  | { readonly name: Slot; readonly value: Slot; readonly on?: string | { readonly by: Slot; readonly types: Readonly<Record<string, string>> }; readonly nested?: true }
  /** The fields of a type argument (or of what a function of that type gives), or those `below` a path in it. */
  | { readonly of: 'typeArgument'; readonly below?: readonly string[]; readonly on: string };

/** One name of a library: reading it, calling it, constructing it. */
export interface Member {
  /** The type of the value itself. `this` is the receiver's. A trailing `[]` is an array of it. */
  readonly type?: string;
  /** The package whose type `type` or `returns` names, where it is another one's. */
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
  /** A text as the first argument names a method of this type, another package's, and the further arguments are that method's: `query('where', 'id', 1)`. */
  readonly relays?: { readonly type: string; readonly of: string };
  readonly route?: RouteCall;
  readonly respond?: ResponseShape;
  /** Assigning to this property answers: `ctx.body = x`. */
  readonly assigns?: ResponseShape['how'];
  readonly request?: RequestPart;
  /** The part of the request where the first argument says which: `valid('json')`. */
  readonly requestOf?: Readonly<Record<string, RequestPart>>;
  readonly httpError?: HttpErrorShape;
  /** Sets the status of the answer: a call to what stands in this slot, a property to what is assigned to it. */
  readonly setsStatus?: Slot;
  /** Is this HTTP status, by its name. */
  readonly status?: number;
  readonly passesError?: Slot;
  /** Called without an error, it hands the request on to the next handler, which answers it. */
  readonly passesOn?: true;
  readonly hash?: PasswordHash;
  /** A digest that is too fast for passwords, of the value in this slot. */
  readonly digest?: Slot;
  /** Compares a password with its hash. */
  readonly verifies?: true;
  /** Checks that a queue or a scheduler has sent the request: whatever runs after it is a job of theirs. */
  readonly checksSender?: true;
  /** Tells whether its first two arguments are the same, as they stand. */
  readonly equals?: true;
  /** Sets an upper bound: the schema step `.max(n)`, a decorator `@Max(n)`. */
  readonly bounds?: 'max' | Slot;
  /** Parses a value by the schema it is called on, or by the one in `schema`. */
  readonly parses?: { readonly input: Slot; readonly schema?: Slot; readonly result?: string };
  /** Gives an instance of the class in a slot, or of the call's type argument: a container. */
  readonly instantiates?: Slot;
  /** Writes every loaded row that has been changed in memory. */
  readonly flushes?: true;
  /** Where text stands that the database runs as it is (a piece of SQL, JavaScript for `$where`), or a function that makes such text. */
  readonly code?: readonly Slot[];
  /** A schema or a step of one that lets through fields which nobody named. */
  readonly opens?: true;
  /** Takes named fields out of an object, and gives what is left. */
  readonly drops?: true;
  /** Puts something on values of a type, for the app to read there by a name of its own: `app.decorate('db', db)`. */
  readonly hangs?: Hanging | readonly Hanging[];
  /** Called with nothing else, gives what the app has put under the name in this slot: `c.get('db')`. */
  readonly hung?: Slot;
  /** Gives what it is called on with the functions of the object in this slot on it: `repository.extend({ … })`. */
  readonly extendedBy?: Slot;
  /** Puts the fields of its further arguments into its first. */
  readonly merges?: true;
  /** A pipe or a server's options that check a body by its class, with the setting that takes out every field which the class does not describe. */
  readonly whitelist?: Slot;
  /** Gives every handler of the app the pipes in its arguments. */
  readonly appliesPipes?: true;
  /** As a token, a provider of it is a pipe of every handler. */
  readonly pipeToken?: true;
  /** What a call gives can stand in such text whatever was put into it: an escaped value or name, a number. */
  readonly escapes?: true;
  /**
   * What a schema step, a decorator or a pipe holds a value to: `form` has no room for code (a number, a date, a UUID, one of few, a pattern),
   * `scalar` is some text, and no object.
   */
  readonly holds?: 'form' | 'scalar';
  /** Opens a transaction: no query itself. Its callback runs in it, and is handed what `Library.transactions` speaks of. */
  readonly transaction?: true;
  /** Opens a transaction that lasts until a member that `ends` is called: on what it is called on, or (where no callback is given) on what it gives. */
  readonly begins?: 'receiver' | 'result';
  /** What calling this brings about; of a command, what sending it does. */
  readonly effect?: Effect;
  /** Commits or takes back the transaction that it is called on. */
  readonly ends?: true;
  /** Puts the statement, or what the call gives, into the transaction whose handle stands in this slot: `.transacting(trx)`, `Model.query(trx)`. */
  readonly carries?: Slot;
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
  /** Defines a model: where its name and its fields stand, and objects whose functions are methods of its rows or of the model itself. */
  readonly defines?: { readonly name?: Slot; readonly fields?: Slot; readonly options?: Slot; readonly methods?: Slot; readonly statics?: Slot };
  /** The model that it defines is of a database in which no transaction reads what another one is about to change. */
  readonly oneAtATime?: true;
  /** Builds a condition of a filter: on equality of the column in this slot, of all the conditions it is given, or one that keeps nothing small. */
  readonly condition?: Slot | 'all' | 'loose';
  readonly logs?: LogShape;
  /** The function in this slot makes the whole text of a log line, fields included. */
  readonly printsLine?: Slot;
  readonly secret?: SecretShape;
  /** What is assigned to this property is a secret: `app.keys = […]`. */
  readonly holdsSecret?: SecretUse;
  readonly token?: TokenShape;
  /** Gives the value in a slot where that is the name of nothing set: `config.get('KEY', fallback)`. */
  readonly environment?: true;
  /** Colours a text for a terminal. */
  readonly colours?: true;
  /** What a call does to a cache's entry. */
  readonly caches?: CacheShape;
  /** Makes the client of a cache, or registers the one that is injected. */
  readonly cacheClient?: CacheClient;
  /** Puts this in front of the paths of what it is called on or makes: `new Router({ prefix: '/users' })`. */
  readonly prefix?: Slot;
  /** Hands the app, or its own arguments, to the plugin in this slot: `app.register(plugin, options)`. Its routes are then below `prefix`, and what the catalogue says of the plugin's call holds for this one; of a function that gives a class, for that class's constructor. */
  readonly plugs?: { readonly plugin: Slot; readonly prefix?: Slot };
  /** With `false` in this slot of the call that plugs it in, it works only for routes that ask for it. */
  readonly everywhereUnless?: Slot;
  /** Takes up files that no import names: a plugin that loads a folder. */
  readonly loadsFiles?: true;
  /** Puts guards (all arguments are some) before the handlers that it stands on, or before all. */
  readonly guards?: 'these' | 'all';
  /** As a decorator, composes a module out of others: where they, the controllers and the providers stand. */
  readonly composes?: { readonly imports: Slot; readonly controllers: Slot; readonly providers: Slot };
  /** A provider under this token is a guard of every route. */
  readonly guardToken?: true;
  /** Starts an app whose root module stands in this slot. */
  readonly starts?: Slot;
  /** Why the call is harmless for rules that would else take it for a query: builds an instance, loads by batch … */
  readonly harmless?: string;
  /** What it throws speaks of what it was given, for whoever wrote that: a parser, a compiler of templates or patterns. */
  readonly throws?: 'input';
  /** Passes a value through unchanged in meaning: `String(x)`, `parseInt(x)`, `.trim()`. */
  readonly passes?: readonly Slot[];
  /** Gives what it is called on once more: the object itself, or its data as a plain one. */
  readonly copies?: true;
  /** What comes back is the object in this slot, with what the database adds: of several, the first that is there. */
  readonly givesBack?: readonly Slot[];
  /** Of the value that it passes, only the fields that are named here. */
  readonly keeps?: readonly Slot[];
  /** Gives what a class or schema says, whatever else the value had. */
  readonly reshapes?: true;
  /** As a decorator, keeps the field that it stands on out of answers, unless this option is set. */
  readonly hides?: { readonly unless: string };
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
  /** A method that runs in a transaction, which its statements find by themselves. */
  | { readonly as: 'transaction' }
  | { readonly as: 'bound' };

/** How a library's statements come to belong to a transaction. */
export interface Transactions {
  /**
   * `client`: by running on the client that the callback is handed; `option`: by carrying the handle that it is handed; `context`: by themselves, because the
   * library keeps the transaction in the asynchronous context, or because there is one connection only.
   */
  readonly by: 'client' | 'option' | 'context';
  /** How to put statements into one, as a message says it. */
  readonly how: string;
  /** Keys of an options object that carry the handle: `{ transaction: t }`. */
  readonly options?: readonly string[];
  /** A row remembers the transaction that it was read or made in. */
  readonly rowsRemember?: true;
  /** A read beside the transaction takes no second connection out of a small pool, and is left alone. */
  readonly readsAreFree?: true;
  /** How to have something done once the transaction is committed. */
  readonly afterwards?: string;
  /** A word that the project says somewhere when it has the library keep the transaction in the asynchronous context. */
  readonly boundBy?: string;
}

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
  /** Where the class of a model names a class of the app that takes the place of this type: in this option of its decorator, or as the type of the property under this symbol. */
  readonly replacedBy?: { readonly option: string; readonly symbol: string };
  /** An instance of a model, whose methods may query. */
  readonly entity?: true;
  /** The client or the handle of a transaction, and nothing else. */
  readonly transaction?: true;
  /** Its members are what the app has put on values of this other type: Hono's `c.var`. */
  readonly shows?: string;
  /** A function that is declared to be of this type is a handler; the key of its shape. */
  readonly handler?: string;
  /** The layer of a class that extends or implements this type: a guard, a pipe, a strategy. */
  readonly layer?: 'middleware';
  /** A handler's parameter of this type is what the client sent, and nothing around it. */
  readonly request?: RequestPart;
  /** Such a value is a whole server: no other one need hand requests to it. */
  readonly serves?: true;
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
  /** Only where something of this type of the library is the first argument: of the call, or of the method that is called on what it gives. */
  readonly given?: { readonly type: string; readonly to?: string };
}

export interface Remedy {
  /** What to write instead of one read a row. */
  readonly read: string;
  /** What to write instead of one count, sum or other figure a row; absent where that is the same as for a read. */
  readonly count?: string;
  /** What to write instead of one write a row. */
  readonly write: string;
  /** The same for a write that holds further rows, which no bulk write takes. */
  readonly nested?: string;
  /** How the number of rows is set. */
  readonly size?: string;
  /** How an entry of a cache is given an expiry. */
  readonly expiry?: string;
  /** What to write instead of a number that was read, changed in memory and written back. */
  readonly change?: string;
  /** The same for a list; absent where a column that holds one may be text or JSON, which few databases can add to. */
  readonly list?: string;
  /** What stands in a row's new values for a number that the database adds or takes off, `$` being that number; absent where it takes another call. */
  readonly inPlace?: { readonly plus: string; readonly minus: string };
  /** How a value is given beside the text of a raw query, so that it stays a value. */
  readonly bind?: string;
  /** How a column is kept out of answers; `{field}` stands for its name. */
  readonly hide?: string;
}

/** An option of a field's definition that keeps it out of what queries give, or of what is sent. */
export interface HidingOption {
  readonly option: string;
  readonly is: boolean | null;
  readonly from: 'queries' | 'answers';
}

export type LibraryKind = 'database' | 'cache' | 'framework' | 'hashing' | 'validation' | 'auth' | 'logging' | 'limiting' | 'messaging' | 'http' | 'storage' | 'retry' | 'utility' | 'other';

export interface Library {
  /** As its own documentation writes it. */
  readonly name: string;
  readonly kind: LibraryKind;
  /** The library beside which this one says nothing more of what a project is built on: `Koa` of its router. */
  readonly partOf?: string;
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
  readonly transactions?: Transactions;
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
  /**
   * What runs before a handler, where calls register routes: what was put on the app or router earlier (`order`), or all that was put on it and
   * on those around it (`scope`). Absent where nobody has described it.
   */
  readonly chain?: 'order' | 'scope';
  /** What limits how often a route may be asked, in an app of this framework. */
  readonly limiter?: string;
  /** Methods that the framework calls while it starts, on the classes that it makes. */
  readonly startHooks?: readonly string[];
  /**
   * Parameter names by which a handler is known where nobody registers it in sight; all must match, and one of `uses` be read off a parameter
   * (`()`: the parameter itself is called). `depending`: only in a project that depends on this package.
   */
  readonly handlerNames?: readonly { readonly shape: string; readonly params: readonly (readonly string[])[]; readonly uses: readonly string[]; readonly depending?: string }[];
  /** Files whose exports are handlers: a pattern of the path and the export names, `*` for any. `depending`: only in a project that depends on this package. */
  readonly routeFiles?: readonly { readonly path: string; readonly exports: readonly string[]; readonly shape: string; readonly depending?: string }[];
  /**
   * Directives under which functions answer clients: those that a file exports which begins with one, and those whose body does. They are handlers of this
   * shape where something calls them that runs at the client: a file that begins with the directive `client`, or an element that is handed them.
   */
  readonly directives?: readonly { readonly directive: string; readonly client: string; readonly shape: string }[];
  /**
   * Files whose names need no import in a project that depends on this package: a folder of the project, and the type that each file in it is, with the key of
   * its fields; without a type, a name stands for what the file exports.
   */
  readonly globalFiles?: readonly { readonly package: string; readonly folder: string; readonly type?: string; readonly fields?: string }[];
  /**
   * Object literals whose functions are resolvers, wherever they stand: those held under one of the keys in `below` (`{ Query: { users() {} } }`) and their
   * siblings, or functions of these names beside one of the keys in `beside` (`{ type, resolve() {} }`) or in an argument of a method in `given`
   * (`t.prismaField({ resolve() {} })`). In a project that depends on `depending`, they are handlers of this shape.
   */
  readonly resolverObjects?: readonly ({ readonly shape: string; readonly depending: string } & ({ readonly below: readonly string[] } | { readonly named: readonly string[]; readonly beside: readonly string[] } | { readonly named: readonly string[]; readonly given: readonly string[] }))[];
  /**
   * Object literals that describe one route each, wherever they stand: with a function (or a name for one) under the key `named`, and all of the keys in
   * `beside`. In a project that depends on `depending`, the function is a handler of this shape.
   */
  readonly routeObjects?: readonly { readonly named: string; readonly beside: readonly string[]; readonly method: string; readonly path: string; readonly shape: string; readonly depending: string }[];
  /** Which operations a model's hook runs for: event → method names. */
  readonly hookCovers?: Readonly<Record<string, readonly string[]>>;
  readonly hiding?: readonly HidingOption[];
  /** Methods and settings of a model (or a client) that say what is sent of it, besides `toJSON`. */
  readonly serializers?: readonly string[];
  /** Files or folders in which models are declared in the library's own language, from a package's folder; `package.json#a.b` names one there. */
  readonly schemaFiles?: readonly string[];
  /** Libraries that hash the password themselves when they are attached to a model. */
  readonly hashesPasswords?: true;
  /** A middleware or function of this package takes operators (`$gt`) out of what a client sends. */
  readonly stripsOperators?: true;
  /** Names of settings that make this library take operators out of filters. */
  readonly operatorSettings?: readonly string[];
  /** What a handler is given has been held to its description: fields that nobody described are gone. */
  readonly describedBodies?: true;
  /** Values of the query string may be objects: `?name[$ne]=`. */
  readonly nestedQuery?: true;
  /** Keys in filters and pipelines, with the path below them, whose text the database runs as a program: `{ $where: 'this.a == 1' }`. */
  readonly codePaths?: readonly (readonly string[])[];
  /** The property of a result that says what went wrong: `const { data, error } = await …`. */
  readonly resultError?: string;
  /** The property of a result that holds its rows, where that is neither `rows` nor `data`. */
  readonly resultRows?: string;
  /** Its calls block until they are done: nothing else runs between two of them. */
  readonly synchronous?: true;
  /** A transaction fails where it writes a row that another one has changed since it began. */
  readonly refusesStaleWrites?: true;
  /** A call with a value in an option of this name, or a step of this name, is part of a transaction. */
  readonly session?: string;
  /** Rows hold nested objects, whose fields an update reaches by a path. */
  readonly documents?: true;
  /** Decorators of a property, and options of a model, by which a write fails where the row has changed since it was read. */
  readonly checksVersions?: readonly string[];
  /** Errors that are made for the client: class names of this package whose text is safe to send. */
  readonly safeErrors?: readonly string[];
  /** Errors of a driver or ORM: `instanceof` one of these says nothing about safety. */
  readonly driverErrors?: readonly string[];
}

/** Functions of packages that find out who asks, and refuse where nobody can be told. */
export interface Authenticator {
  readonly packages: readonly string[];
  /** Exports of the package, or members of what it exports. */
  readonly names: readonly string[];
  /** Lets those through of whom nothing is known, too. */
  readonly open?: true;
  /** Where the way of finding out is named: `passport.authenticate('jwt')`. */
  readonly strategy?: Slot;
}

/** Gives a library's description its type; changes nothing. */
export function defineLibrary(library: Library): Library {
  return library;
}

/** The same member under several names. */
export function all<M extends Member>(names: readonly string[], member: M): Record<string, M> {
  return Object.fromEntries(names.map((name) => [name, member]));
}

/** The stages of a pipeline of MongoDB that gather documents: https://www.mongodb.com/docs/manual/reference/mql/aggregation-stages/ */
export const GATHERING_STAGES: readonly Slot[] = ['$group', '$count', '$sortByCount', '$bucket', '$bucketAuto', '$facet', '$sample'].map((stage) => [0, '*', stage]);
