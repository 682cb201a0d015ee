import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { Keys, seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { newId, putRows, rowsOf, run, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { addMinutes, type Instant } from '../kernel/time/public.js';
import { Factor, RecoveryCode, type FactorKind } from './factor.entity.js';
import { Notices } from './notices.js';
import { newTotpSecret, stepOfCode, totpAddress } from './totp.js';

export interface OwnFactor {
  readonly id: string;
  readonly kind: FactorKind;
  readonly label: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** What a factor keeps sealed: of an app the shared secret, of a passkey the public key and its counter. */
export interface FactorSecret {
  readonly label: string;
  readonly secret?: string;
  readonly passkey?: { readonly id: string; readonly publicKey: string; readonly counter: number };
}

const CODES = 10;
/** Letters and digits nobody mistakes for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const DRAFT_MINUTES = 20;

/** The second factors of accounts. */
@Injectable()
export class Factors {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
    private readonly keys: Keys,
    private readonly notices: Notices,
  ) {}

  async own(actor: Actor): Promise<OwnFactor[]> {
    const rows = await this.rowsOf(this.reader, actor.id);
    const key = (await this.vault.keysOf(this.reader, [actor.id])).get(actor.id);
    return rows.map((row) => ({ id: row.id, kind: row.kind, createdAt: row.createdAt, lastUsedAt: row.lastUsedAt, label: key ? opened(key, row).label : '' }));
  }

  /** How many codes on paper are left. */
  codesLeft(actor: Actor): Promise<number> {
    return this.reader.countBy(RecoveryCode, { staffId: actor.id, usedAt: IsNull() });
  }

  /**
   * A fresh secret for an app, not kept yet: it comes back sealed with the first code, so that no account ever waits for
   * a code its owner cannot make.
   */
  draftTotp(actor: Actor, label: string): { draft: string; secret: string; address: string } {
    const secret = newTotpSecret();
    const until = addMinutes(this.work.clock.now(), DRAFT_MINUTES);
    const draft = seal(this.keys.wrap, JSON.stringify({ secret, until }), `totp draft:${actor.id}`);
    return { draft, secret, address: totpAddress(secret, label) };
  }

  /** The secret of a draft, to show the same picture again after a mistyped code. @throws Problem `factor.draft_spent` (410) */
  secretOf(actor: Actor, draft: string): string {
    try {
      const { secret, until } = JSON.parse(unseal(this.keys.wrap, draft, `totp draft:${actor.id}`)) as { secret: string; until: Instant };
      if (until > this.work.clock.now()) return secret;
    } catch {
      // not one of ours
    }
    throw new Problem('factor.draft_spent', { status: 410 });
  }

  /** The same draft once more. */
  again(actor: Actor, draft: string, label: string): { secret: string; address: string } {
    const secret = this.secretOf(actor, draft);
    return { secret, address: totpAddress(secret, label) };
  }

  /** Answers codes on paper when this is the account's first factor. @throws Problem `factor.code_wrong` (422) */
  async addTotp(actor: Actor, input: { draft: string; code: string; label: string }): Promise<string[]> {
    const secret = this.secretOf(actor, input.draft);
    const step = stepOfCode(secret, input.code, this.work.clock.now());
    if (step === null) throw new Problem('factor.code_wrong', { status: 422, fields: [{ field: 'code', code: 'factor.code_wrong' }] });
    return this.work.run(actor, (work) => this.addIn(work, 'totp', { label: input.label, secret }, { lastStep: step }));
  }

  /** Inside a story: keeps a factor, tells its owner, and answers codes on paper when it is the first. */
  async addIn(work: Work, kind: FactorKind, kept: FactorSecret, more: { lastStep?: number; credential?: string }): Promise<string[]> {
    const { id: staffId } = work.actor;
    const first = (await this.rowsOf(work.manager, staffId)).length === 0;
    const id = newId(work.now);
    const key = await this.vault.keyFor(work.manager, staffId, work.now);
    const row: Factor = {
      ...{ id, staffId, kind, sealed: seal(key, JSON.stringify(kept), `factor:${id}`), lastStep: more.lastStep ?? null },
      ...{ credentialToken: more.credential ? credentialToken(this.keys, more.credential) : null, createdAt: work.now, lastUsedAt: null, revokedAt: null },
    };
    await putRows(work.manager, Factor, [row]);
    if (first) await run(work.manager, 'UPDATE staff SET factor_since = :now WHERE id = :staffId', { now: work.now, staffId });
    await this.notices.tell(work, [staffId], 'factor.added');
    work.note({ act: 'factor.added', kind: 'staff', recordId: staffId, facts: { kind } });
    return first ? this.codesIn(work, staffId) : [];
  }

  /** Takes one away, at once. */
  revoke(actor: Actor, factorId: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const rows = await this.rowsOf(work.manager, actor.id);
      if (!rows.some(({ id }) => id === factorId)) throw Problem.notFound();
      await run(work.manager, 'UPDATE factor SET revoked_at = :now WHERE id = :factorId', { now: work.now, factorId });
      if (rows.length === 1) await this.noneLeft(work, actor.id);
      await this.notices.tell(work, [actor.id], 'factor.revoked');
      work.note({ act: 'factor.revoked', kind: 'staff', recordId: actor.id });
    });
  }

  /** All factors and codes of an account end: the step two administrators take for somebody who has lost them. */
  async forgetAll(work: Work, staffId: string): Promise<void> {
    await run(work.manager, 'UPDATE factor SET revoked_at = :now WHERE staff_id = :staffId AND revoked_at IS NULL', { now: work.now, staffId });
    await this.noneLeft(work, staffId);
    await this.notices.tell(work, [staffId], 'factor.reset');
    work.note({ act: 'factor.reset', kind: 'staff', recordId: staffId });
  }

  /** New codes on paper; earlier ones end. */
  newCodes(actor: Actor): Promise<string[]> {
    return this.work.run(actor, (work) => this.codesIn(work, actor.id));
  }

  /**
   * Whether a code of an app or of the paper is right; each is taken once, also by two requests at the same moment.
   * The owner is told when a code of the paper was used.
   */
  async takeCode(work: Work, staffId: string, code: string): Promise<FactorKind | 'recovery' | null> {
    const key = await this.vault.keyFor(work.manager, staffId, work.now);
    for (const row of await this.rowsOf(work.manager, staffId)) {
      const { secret } = opened(key, row);
      const step = secret ? stepOfCode(secret, code, work.now) : null;
      if (step === null || (row.lastStep !== null && step <= row.lastStep)) continue;
      const taken = await work.manager
        .createQueryBuilder()
        .update(Factor)
        .set({ lastStep: step, lastUsedAt: work.now })
        .where('id = :id AND (last_step IS NULL OR last_step < :step)', { id: row.id, step })
        .execute();
      if (taken.affected === 1) return 'totp';
    }
    const spent = await work.manager.createQueryBuilder().update(RecoveryCode).set({ usedAt: work.now }).where('token IN (:...tokens) AND staff_id = :staffId AND used_at IS NULL', { tokens: this.codeTokens(staffId, code), staffId }).execute();
    if (spent.affected !== 1) return null;
    await this.notices.tell(work, [staffId], 'recovery.used');
    work.note({ act: 'factor.recovery_used', kind: 'staff', recordId: staffId });
    return 'recovery';
  }

  /** The passkey of an id a browser has sent, with what is kept of it. */
  async passkey(credential: string): Promise<{ row: Factor; kept: Required<FactorSecret>['passkey'] } | null> {
    const where = 'WHERE r.credential_token = :token AND r.revoked_at IS NULL';
    const [row] = await rowsOf(this.reader, Factor, where, { token: credentialToken(this.keys, credential) });
    const key = row && (await this.vault.keysOf(this.reader, [row.staffId])).get(row.staffId);
    const kept = row && key ? opened(key, row).passkey : undefined;
    return row && kept ? { row, kept } : null;
  }

  async counted(work: Work, row: Factor, counter: number): Promise<void> {
    const key = await this.vault.keyFor(work.manager, row.staffId, work.now);
    const before = opened(key, row);
    const kept = before.passkey ? { ...before, passkey: { ...before.passkey, counter } } : before;
    const sealed = seal(key, JSON.stringify(kept), `factor:${row.id}`);
    await run(work.manager, 'UPDATE factor SET sealed = :sealed, last_used_at = :now WHERE id = :id', { sealed, now: work.now, id: row.id });
  }

  private async codesIn(work: Work, staffId: string): Promise<string[]> {
    await run(work.manager, 'DELETE FROM recovery_code WHERE staff_id = :staffId', { staffId });
    const codes = Array.from({ length: CODES }, newCode);
    await putRows(work.manager, RecoveryCode, codes.map((code) => ({ token: this.codeTokens(staffId, code)[0], staffId, createdAt: work.now, usedAt: null })));
    work.note({ act: 'factor.recovery_made', kind: 'staff', recordId: staffId });
    return codes;
  }

  private async noneLeft(work: Work, staffId: string): Promise<void> {
    await run(work.manager, 'UPDATE staff SET factor_since = NULL WHERE id = :staffId', { staffId });
    await run(work.manager, 'DELETE FROM recovery_code WHERE staff_id = :staffId', { staffId });
  }

  private rowsOf(manager: EntityManager, staffId: string): Promise<Factor[]> {
    return rowsOf(manager, Factor, 'WHERE r.staff_id = :staffId AND r.revoked_at IS NULL ORDER BY r.id', { staffId });
  }

  /** Newest first; codes from before the key was changed are still on somebody's paper. */
  private codeTokens(staffId: string, code: string): readonly [string, ...string[]] {
    return this.keys.tokensEver(`recovery code of ${staffId}`, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
  }

}

/** Somebody who signs in with a passkey gives no name: the account is found by this. */
export const credentialToken = (keys: Keys, credential: string): string => keys.token('passkey', credential);

export const opened = (key: Buffer, row: Factor): FactorSecret => JSON.parse(unseal(key, row.sealed, `factor:${row.id}`)) as FactorSecret;

/** Some 59 bits: `abcd-efgh-jkmn`. */
function newCode(): string {
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
