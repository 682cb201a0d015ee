import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import type { Factor } from './factor.entity.js';
import { Factors } from './factors.js';
import { SignInSteps } from './sign-in-steps.js';

/** Loaded by the first who uses a passkey: it takes as long to load as a tenth of all the rest. */
const webauthn = () => import('@simplewebauthn/server');

export interface Asked<Options> {
  readonly options: Options;
  /** The secret of this step, for the browser's cookie. */
  readonly step: string;
}

export interface Shown {
  readonly row: Factor;
  readonly counter: number;
  readonly step: Awaited<ReturnType<SignInSteps['waiting']>>;
}

/** Passkeys by the WebAuthn standard: bound to this very address, so that a copied page gets nothing. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly factors: Factors,
    private readonly steps: SignInSteps,
    private readonly work: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Browsers take no passkey for a bare network address: the server needs a name. */
  get offered(): boolean {
    return isIP(this.host.replace(/^\[|\]$/g, '')) === 0;
  }

  async askNew(actor: Actor, name: string): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
    const options = await (await webauthn()).generateRegistrationOptions({
      rpName: 'Habeas',
      rpID: this.host,
      userName: name,
      userID: new Uint8Array(Buffer.from(actor.id)),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options, step: await this.steps.begin({ staffId: actor.id, purpose: 'passkey', challenge: options.challenge }) };
  }

  /** Answers codes on paper when this is the account's first factor. @throws Problem `factor.passkey_refused` (422) */
  async add(actor: Actor, token: string | null, response: RegistrationResponseJSON, label: string): Promise<string[]> {
    const step = await this.steps.waiting(token, 'passkey');
    if (step.staffId !== actor.id) throw new Problem('session.step_over', { status: 401 });
    const { verifyRegistrationResponse } = await webauthn();
    const checked = await verifyRegistrationResponse({ response, expectedChallenge: step.challenge ?? '', ...this.expected }).catch(() => null);
    if (!checked?.verified) throw new Problem('factor.passkey_refused', { status: 422 });
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return this.work.run(actor, async (work) => {
      await this.steps.spend(work.manager, step);
      const passkey = { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
      return this.factors.addIn(work, 'passkey', { label, passkey }, { credential: id });
    });
  }

  async ask(): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
    const options = await (await webauthn()).generateAuthenticationOptions({ rpID: this.host, userVerification: 'required' });
    return { options, step: await this.steps.begin({ staffId: null, purpose: 'passkey', challenge: options.challenge }) };
  }

  /** The passkey somebody has signed the challenge with. @throws Problem `factor.passkey_refused` (401), alike for any reason. */
  async shown(token: string | null, response: AuthenticationResponseJSON): Promise<Shown> {
    const step = await this.steps.waiting(token, 'passkey');
    const found = await this.factors.passkey(response.id);
    const credential = found && { id: found.kept.id, publicKey: new Uint8Array(Buffer.from(found.kept.publicKey, 'base64url')), counter: found.kept.counter };
    const { verifyAuthenticationResponse } = await webauthn();
    const checked = credential
      ? await verifyAuthenticationResponse({ response, expectedChallenge: step.challenge ?? '', credential, ...this.expected }).catch(() => null)
      : null;
    if (!found || !checked?.verified) throw new Problem('factor.passkey_refused', { status: 401 });
    return { row: found.row, counter: checked.authenticationInfo.newCounter, step };
  }

  private get host(): string {
    return new URL(this.settings.publicUrl).hostname;
  }

  private get expected() {
    return { expectedOrigin: this.settings.publicUrl, expectedRPID: this.host, requireUserVerification: true };
  }
}
