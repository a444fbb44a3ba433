/** Tokens that never end, and tokens that live too long. */
import type { Library } from '#catalog';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Node, enclosingClass, isWithin } from '../syntax/ast.js';
import { hasName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { lifetimeOf, wholeOf } from './lifetimes.js';
import { decoratorAround, expiryOf, roleOf, type TokenCall, tokenCallsOf } from './tokens.js';

export type ExpiryFault =
  | { readonly kind: 'never'; readonly node: Node; readonly token: TokenCall; /** A call that signs and leaves the end to these settings. */ readonly signer?: TokenCall }
  /** `beside`: a refresh token is made in the same file. */
  | { readonly kind: 'long'; readonly node: Node; readonly token: TokenCall; readonly seconds: number; readonly beside: boolean };

/** Signed tokens of a module whose end nobody states, or which live longer than so many seconds. Where it cannot be told, nothing is said. */
export function* expiryFaultsOf(analysis: Analysis, module: Module, most: number): Generator<ExpiryFault> {
  for (const token of tokenCallsOf(analysis, module)) {
    const signers = token.shape.does === 'sign' ? [token] : token.shape.does === 'defaults' && token.shape.expiry ? relyingOn(analysis, module, token) : [];
    const [signer] = signers;
    if (!signer) continue;
    const stated = expiryOf(analysis, token);
    // What the call leaves open is a matter of the settings, which are reported where they stand.
    if (stated === 'none' && !token.shape.inherits) yield { kind: 'never', node: token.call, token, ...(signer !== token && { signer }) };
    if (typeof stated === 'string' || !signers.some((each) => roleOf(each) === 'access')) continue;
    const unit = token.parts.find(({ shape }) => shape.unit)?.shape.unit ?? 'seconds';
    for (const origin of stated) {
      const seconds = lifetimeOf(analysis, origin, unit);
      if (seconds === undefined || seconds <= most) continue;
      const whole = wholeOf(origin);
      const isHere = (hop: Node): boolean => moduleOf(hop) === module && isWithin(hop, token.call);
      const node = isHere(whole) ? whole : (origin.hops.findLast(isHere) ?? token.call);
      yield { kind: 'long', node, token, seconds, beside: signers.some((each) => hasRefreshBeside(analysis, each)) };
    }
  }
}

function hasRefreshBeside(analysis: Analysis, { call }: TokenCall): boolean {
  return tokenCallsOf(analysis, moduleOf(call)).some((other) => other.shape.does === 'sign' && other.call !== call && roleOf(other) === 'refresh');
}

/** The calls that sign and state no end themselves, so that these settings decide. Where the project has several such settings, only what stands in the same declaration counts. */
function relyingOn(analysis: Analysis, module: Module, { call, member }: TokenCall): TokenCall[] {
  const { library } = member;
  const modules = [module, ...analysis.mentioning(module, inheritingWords(analysis, library))];
  const isOnly = !modules.some((each) => tokenCallsOf(analysis, each).some((other) => other.call !== call && other.shape.does === 'defaults' && other.shape.expiry && other.member.library === library));
  const declaration = decoratorAround(call);
  return modules.flatMap((each) => tokenCallsOf(analysis, each)).filter((token) => {
    if (token.shape.does !== 'sign' || !token.shape.inherits || expiryOf(analysis, token) !== 'none') return false;
    const owner = enclosingClass(token.call)?.id?.name;
    return isOnly || (declaration !== undefined && owner !== undefined && hasName(declaration, owner));
  });
}

/** Words of which each file has one that signs by the settings of a library, or makes them. */
function inheritingWords(analysis: Analysis, library: Library): readonly string[] {
  return analysis.catalogue.derived('inheritingWords', () => [
    ...Object.keys(library.exports).filter((name) => name !== 'default'),
    ...[...analysis.catalogue.named()].flatMap(([name, { token }, each]) => ((each.kind === 'auth' || each.kind === 'framework') && each !== library && token?.inherits && token.does === 'sign' ? [name] : [])),
    ...(library.types.Jwt ? ['sign'] : []),
  ], library);
}
