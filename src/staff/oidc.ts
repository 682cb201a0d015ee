import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { Keys } from '../kernel/crypto/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { OidcSettings, Settings } from '../kernel/settings/public.js';
import { SignInSteps } from './sign-in-steps.js';

const BACK = '/sign-in/oidc/back';
const SECONDS = 10;

/** Who came back from the organisation's own sign-in service. */
export interface CameBack {
  /** Keyed tokens of the account there, newest first: the database does not tell which it is. */
  readonly tokens: readonly [string, ...string[]];
  /** The account that is to be tied to it; null: somebody signs in. */
  readonly staffId: string | null;
}

/** Loaded only where it is set up. */
const openid = () => import('openid-client');

/**
 * Sign-in through a service the organisation already has: OpenID Connect, authorization code with PKCE. It stands for the
 * password and nothing else: second factors, new browsers and the rest are asked for here all the same.
 */
@Injectable()
export class Oidc {
  private found: Promise<Configuration> | null = null;

  constructor(
    private readonly steps: SignInSteps,
    private readonly work: UnitOfWork,
    private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get offered(): boolean {
    return this.settings.oidc !== null;
  }

  /** Where to send the browser, and the secret for its cookie. @throws Problem `oidc.unreachable` (502), `not_found` when it is not set up */
  async begin(staffId: string | null): Promise<{ to: string; step: string }> {
    const [config, client] = [await this.config(), await openid()];
    const verifier = client.randomPKCECodeVerifier();
    const step = await this.steps.begin({ staffId, purpose: 'oidc', challenge: verifier });
    const to = client.buildAuthorizationUrl(config, {
      redirect_uri: this.settings.publicUrl + BACK,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: derived(step, 'state'),
      nonce: derived(step, 'nonce'),
    });
    return { to: to.href, step };
  }

  /** @throws Problem `session.step_over` or `oidc.refused` (401) */
  async back(stepToken: string | null, path: string): Promise<CameBack> {
    const [config, client] = [await this.config(), await openid()];
    const step = await this.steps.waiting(stepToken, 'oidc');
    await this.work.touch((manager) => this.steps.spend(manager, step));
    const [state, nonce] = [derived(stepToken ?? '', 'state'), derived(stepToken ?? '', 'nonce')];
    const checks = { pkceCodeVerifier: step.challenge ?? '', expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const claims = await client.authorizationCodeGrant(config, new URL(this.settings.publicUrl + path), checks).then(
      (tokens) => tokens.claims(),
      () => undefined, // its message may tell who it was
    );
    if (!claims) throw new Problem('oidc.refused', { status: 401 });
    return { tokens: this.keys.tokensEver('account elsewhere', `${claims.iss} ${claims.sub}`), staffId: step.staffId };
  }

  private async config(): Promise<Configuration> {
    const { oidc } = this.settings;
    if (!oidc) throw Problem.notFound();
    this.found ??= discovered(oidc);
    try {
      return await this.found;
    } catch {
      this.found = null; // asked again the next time
      throw new Problem('oidc.unreachable', { status: 502 });
    }
  }
}

/** Plain http is taken from this machine only, as in the settings. */
async function discovered({ issuer, clientId, secret }: OidcSettings): Promise<Configuration> {
  const client = await openid();
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(secret), { execute, timeout: SECONDS });
}

/** Bound to the browser by the secret of its cookie, so that nothing else has to be kept. */
const derived = (step: string, what: 'state' | 'nonce'): string => createHash('sha256').update(`${what} ${step}`).digest('base64url');
