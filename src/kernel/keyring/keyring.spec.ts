import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedRing, freshRing, openRing, SealBroken, sealRing } from '../crypto/public.js';
import type { Instant } from '../time/public.js';
import { fromGroups, inGroups } from './base32.js';
import { masterOf, type Entered } from './entered.js';
import type { InstanceFile } from './instance-file.js';
import type { KeyFault } from './key-refused.js';
import { keyText } from './key-text.js';
import { fromPaper, toPaper } from './paper-text.js';
import { makeRecoveryKey, secretOfRecoveryKey } from './recovery-key.js';
import { joinShares, splitSecret } from './share.js';
import { newInstanceFile, Strongbox } from './strongbox.js';

const now = '2026-11-25T08:00:00.000Z' as Instant;
const bytes = fc.uint8Array({ maxLength: 80 }).map((some) => Buffer.from(some));

describe('what is printed and typed back', () => {
  it('comes back as it was, however it is spaced and in whichever case', () => {
    fc.assert(fc.property(bytes, (some) => fromGroups(inGroups(some).toLowerCase().replaceAll('-', ' '))?.equals(some) === true));
  });

  it('reads what looks alike as the same sign', () => {
    expect(fromGroups('O0Il-1L00')).toEqual(fromGroups('0011-1100'));
    expect(fromGroups('ABCU')).toBeNull();
  });

  it('is told from a slip of one sign, and from paper of another kind', () => {
    fc.assert(
      fc.property(bytes.filter((some) => some.length > 0), fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (some, place, sign) => {
        const text = toPaper('share', some);
        expect(fromPaper('share', text)?.equals(some)).toBe(true);
        expect(fromPaper('recovery key', text)).toBeNull();
        const at = place % text.length;
        fc.pre(text[at] !== '-' && text[at] !== sign);
        expect(fromPaper('share', text.slice(0, at) + sign + text.slice(at + 1))).toBeNull();
      }),
    );
  });
});

describe('a ring of data keys', () => {
  it('opens with its master key and for its instance only, and comes back whole', () => {
    const master = randomBytes(32);
    const ring = { ...freshRing(), pending: { subjects: { generation: 2, key: randomBytes(32) } }, pastTokens: [{ generation: 0, key: randomBytes(32) }] };
    const sealed = sealRing(ring, master, 'one');
    expect(openRing(sealed, master, 'one')).toEqual(ring);
    expect(() => openRing(sealed, randomBytes(32), 'one')).toThrow(SealBroken);
    expect(() => openRing(sealed, master, 'another')).toThrow(SealBroken);
  });

  it('takes the keys of an older instance over unchanged, and gives every new one keys of its own', () => {
    const old = Buffer.alloc(32, 7);
    expect(derivedRing(old).current.database.key.toString('hex')).toBe('a6dc35746553f13a066422b0a0cb5a156715f4a4989579cb0598f3b8caf374fb');
    const all = [freshRing(), freshRing()].flatMap(({ current }) => Object.values(current).map(({ key }) => key.toString('hex')));
    expect(new Set(all).size).toBe(10);
  });
});

describe('the ways to the master key', () => {
  const keyFile = randomBytes(32);
  let kept: InstanceFile;
  const made = newInstanceFile('one', { kind: 'file', secret: keyFile, file: '/keys/one' }, now);
  kept = made.file;
  const box = new Strongbox(made.master, { read: () => kept, write: (file) => (kept = file) });
  const opens = async (entered: Entered): Promise<boolean> => openRing(kept.ring, await masterOf(kept, entered), 'one').current.log.key.length === 32;
  const fault = (entered: Entered): Promise<KeyFault> => masterOf(kept, entered).then(() => { throw new Error('it opened'); }, (error: { code: KeyFault }) => error.code);

  const recoveryKey = makeRecoveryKey();
  let shares: string[];

  it('are a key file, a recovery key and two of three shares, each by itself', async () => {
    const secret = randomBytes(32);
    shares = await splitSecret(secret, [null, 'жеті көк шәйнек', null]);
    expect(box.add({ kind: 'recovery', secret: secretOfRecoveryKey(recoveryKey) ?? Buffer.alloc(0) }, now)).toBe(2);
    expect(box.add({ kind: 'shares', secret }, now)).toBe(3);
    expect(recoveryKey).toMatch(/^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    const [one = '', two = '', three = ''] = shares;
    expect(await opens({ key: keyText(keyFile) })).toBe(true);
    expect(await opens({ recoveryKey: recoveryKey.toLowerCase() })).toBe(true);
    for (const pair of [[{ text: one }, { text: three }], [{ text: two, passphrase: 'жеті көк шәйнек' }, { text: one }]]) expect(await opens({ shares: pair })).toBe(true);
  });

  it('are refused in one word each, and the file stays as it was', async () => {
    const before = JSON.stringify(kept);
    const [one = '', two = ''] = shares;
    const others = await splitSecret(randomBytes(32), [null, null, null]);
    expect(await fault({ key: keyText(randomBytes(32)) })).toBe('key.wrong');
    expect(await fault({ key: 'a shopping list' })).toBe('key.mistyped');
    expect(await fault({ passphrase: 'seven blue kettles' })).toBe('passphrase.wrong');
    expect(await fault({ recoveryKey: makeRecoveryKey() })).toBe('recovery.wrong');
    expect(await fault({ recoveryKey: `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '8' : '0'}` })).toBe('recovery.mistyped');
    expect(await fault({ shares: [{ text: one }] })).toBe('shares.too_few');
    expect(await fault({ shares: [{ text: one }, { text: one }] })).toBe('shares.twice');
    expect(await fault({ shares: [{ text: one }, { text: two }] })).toBe('shares.passphrase');
    expect(await fault({ shares: [{ text: one }, { text: two, passphrase: 'seven' }] })).toBe('shares.passphrase');
    expect(await fault({ shares: [{ text: one }, { text: others[1] ?? '' }] })).toBe('shares.of_two_splits');
    expect(await fault({ shares: [{ text: others[0] ?? '' }, { text: others[1] ?? '' }] })).toBe('shares.wrong');
    expect(await fault({ shares: [{ text: one }, { text: recoveryKey }] })).toBe('shares.mistyped');
    expect(JSON.stringify(kept)).toBe(before);
  });

  it('need two shares: one alone opens nothing', async () => {
    const [share] = await splitSecret(randomBytes(32), [null, null, null]);
    await expect(joinShares([{ text: share ?? '' }])).rejects.toMatchObject({ code: 'shares.too_few' });
  });

  it('go on opening after the master key was changed, and who kept the file of before opens only that one', async () => {
    const before = kept;
    const old = await masterOf(before, { recoveryKey });
    box.changeMaster();
    expect(await opens({ recoveryKey })).toBe(true);
    expect(await opens({ key: keyText(keyFile) })).toBe(true);
    expect(openRing(before.ring, old, 'one')).toEqual(box.ring());
    expect(() => openRing(kept.ring, old, 'one')).toThrow(SealBroken);
  });

  it('can be taken away but for the last, and what was taken away opens nothing any more', async () => {
    expect([box.remove(9), box.remove(1)]).toEqual(['absent', 'removed']);
    expect(await fault({ key: keyText(keyFile) })).toBe('key.wrong');
    expect([box.remove(3), box.remove(2)]).toEqual(['removed', 'last']);
    expect(await opens({ recoveryKey })).toBe(true);
    expect(box.slots()).toEqual([{ id: 2, kind: 'recovery', madeAt: now }]);
  });
});
