/** Libraries too large to install for their types alone: the names that their documentation lists. */
import { adonis } from '../../../src/catalog/frameworks/adonis.js';
import { astro } from '../../../src/catalog/frameworks/astro.js';
import { graphql } from '../../../src/catalog/frameworks/graphql.js';
import { next } from '../../../src/catalog/frameworks/next.js';
import { nextSafeAction } from '../../../src/catalog/frameworks/nextSafeAction.js';
import { remix } from '../../../src/catalog/frameworks/remix.js';
import { sails, sailsActions } from '../../../src/catalog/frameworks/sails.js';
import { sveltekit } from '../../../src/catalog/frameworks/sveltekit.js';
import { adonisHash } from '../../../src/catalog/hashing/adonisHash.js';
import { bun } from '../../../src/catalog/hashing/bun.js';
import { adonisAuthFinder, betterAuth, passportLocalMongoose, passwordMixins } from '../../../src/catalog/hashing/selfHashing.js';
import { passportStrategies } from '../../../src/catalog/other/passport.js';
import { mongoSanitize } from '../../../src/catalog/validation/operatorFilters.js';
import { react } from '../../../src/catalog/utility/react.js';
import type { Library } from '../../../src/catalog/vocabulary.js';

export interface Documented {
  readonly library: Library;
  readonly at: string;
  readonly exports: string;
  readonly types: Readonly<Record<string, string>>;
}

export const documented: readonly Documented[] = [
  { library: passwordMixins, at: 'https://github.com/scoutforpets/objection-password', exports: 'default', types: {} },
  { library: react, at: 'https://react.dev/reference/react/cache', exports: 'cache', types: {} },
  { library: mongoSanitize, at: 'https://github.com/vkarpov15/mongo-sanitize', exports: 'default', types: {} },
  {
    library: next,
    at: 'https://nextjs.org/docs/app/api-reference/functions',
    exports: 'NextResponse NextRequest NextApiRequest NextApiResponse NextApiHandler cookies headers redirect permanentRedirect after userAgent',
    types: {
      NextRequest: 'nextUrl cookies geo ip',
      NextUrl: 'searchParams search href pathname',
      NextResponseClass: 'next rewrite',
      RouteContext: 'params',
      ApiRequest: 'body query url cookies headers',
      ApiResponse: 'status statusCode setHeader writeHead setPreviewData setDraftMode clearPreviewData json send end write redirect',
    },
  },
  {
    library: sveltekit,
    at: 'https://svelte.dev/docs/kit/@sveltejs-kit',
    exports: 'json text fail redirect error RequestEvent ServerLoadEvent RequestHandler Handle Action Actions',
    types: { Event: 'request url params locals cookies setHeaders', HandleInput: 'event resolve', Cookies: 'get getAll set delete' },
  },
  {
    library: remix,
    at: 'https://reactrouter.com/api/utils',
    exports: 'json data defer redirect redirectDocument LoaderFunctionArgs ActionFunctionArgs LoaderArgs ActionArgs DataFunctionArgs LoaderFunction ActionFunction createCookieSessionStorage createCookie',
    types: { Args: 'request params' },
  },
  {
    library: sails,
    at: 'https://sailsjs.com/documentation/reference',
    exports: '',
    types: {
      Helpers: 'passwords',
      PasswordHelpers: 'hashPassword checkPassword',
      Log: 'silly verbose info debug warn error crit blank',
      Request: 'body allParams query params param headers header get cookies signedCookies file user me res',
      Response: 'status statusCode type set header cookie clearCookie attachment json jsonp send end write sendStatus view redirect ok created badRequest forbidden notFound negotiate serverError',
    },
  },
  { library: sailsActions, at: 'https://sailsjs.com/documentation/concepts/actions-and-controllers', exports: '', types: {} },
  {
    library: astro,
    at: 'https://docs.astro.build/en/reference/api-reference/',
    exports: 'APIContext APIRoute',
    types: { Context: 'request url params cookies redirect', Cookies: 'get set delete' },
  },
  {
    library: adonis,
    at: 'https://docs.adonisjs.com/guides/basics/http-context',
    exports: 'default compose HttpContext HttpContextContract Request HttpRequest RequestContract Response HttpResponse ResponseContract NextFn ExceptionHandler Exception',
    types: {
      Router: 'get post put patch delete any route group resource shallowResource on',
      Route: 'use middleware as prefix where domain',
      HttpContext: 'request response params view session logger',
      View: 'render renderSync',
      Session: 'flash',
      Request: 'body all input only except raw qs url completeUrl param params header headers cookie plainCookie encryptedCookie file files allFiles validate validateUsing',
      Response: [
        'status safeStatus header safeHeader append type cookie plainCookie clearCookie send json jsonp noContent redirect stream download attachment abort',
        'ok created accepted nonAuthoritativeInformation badRequest unauthorized paymentRequired forbidden notFound methodNotAllowed notAcceptable requestTimeout conflict gone',
        'lengthRequired preconditionFailed unsupportedMediaType unprocessableEntity tooManyRequests internalServerError notImplemented badGateway serviceUnavailable gatewayTimeout',
      ].join(' '),
      Redirect: 'toPath toRoute back withQs',
      ExceptionHandler: 'handle report',
    },
  },
  {
    library: nextSafeAction,
    at: 'https://next-safe-action.dev/docs/define-actions/instance-methods, https://next-safe-action.dev/docs/define-actions/create-the-client',
    exports: 'createSafeActionClient returnValidationErrors',
    types: { Client: 'use outputSchema schema inputSchema bindArgsSchemas metadata action stateAction', Options: 'parsedInput clientInput bindArgsParsedInputs bindArgsClientInputs ctx' },
  },
  {
    library: graphql,
    at: 'https://docs.nestjs.com/graphql/resolvers, https://typegraphql.com/docs/resolvers.html, https://www.apollographql.com/docs/apollo-server/data/errors, https://the-guild.dev/graphql/yoga-server/docs/features/error-masking',
    exports: [
      'Resolver Query Mutation Subscription ResolveField FieldResolver ResolveReference Arg Args Context Ctx Parent Root Info InputType ArgsType ObjectType InterfaceType Field ID Int Float',
      'GqlExecutionContext GraphQLError ApolloError UserInputError AuthenticationError ForbiddenError',
      'ApolloServer GraphQLModule createYoga useMaskedErrors unwrapResolverError',
    ].join(' '),
    types: { ExecutionContext: 'create getContext getInfo getRoot getArgs', Module: 'forRoot' },
  },
  {
    library: adonisHash,
    at: 'https://docs.adonisjs.com/guides/security/hashing',
    exports: 'default HashService HashManager Hash',
    types: { Hash: 'make verify use needsReHash isValidHash' },
  },
  {
    library: bun,
    at: 'https://bun.com/docs/api/hashing',
    exports: 'default',
    types: { Bun: 'password hash sha CryptoHasher MD5 SHA1 SHA224 SHA256 SHA384 SHA512', Password: 'hash hashSync verify verifySync', HashClass: 'hash', Hasher: 'update digest' },
  },
  { library: passportLocalMongoose, at: 'https://github.com/saintedlama/passport-local-mongoose#readme', exports: 'default', types: {} },
  { library: betterAuth, at: 'https://www.better-auth.com/docs/concepts/api', exports: 'betterAuth', types: { Auth: 'api' } },
  { library: adonisAuthFinder, at: 'https://docs.adonisjs.com/guides/authentication/verifying-user-credentials', exports: 'withAuthFinder', types: {} },
  {
    library: passportStrategies,
    at: 'https://www.passportjs.org/packages/',
    exports: 'default Strategy OAuth2Strategy BasicStrategy DigestStrategy BearerStrategy JwtStrategy LocalStrategy ExtractJwt',
    types: {},
  },
];
