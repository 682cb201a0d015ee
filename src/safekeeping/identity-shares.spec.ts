import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from '@jest/globals';
import { decryptWith, encryptTo, readIdentities, readRecipients } from './age-box.js';
import { joinIdentity, splitIdentity } from './identity-shares.js';

describe('the secret key of backups', () => {
  it.each([['newer', generateHybridIdentity], ['classic', generateX25519Identity]] as const)('of the %s sort comes back from any two of its three shares', async (_, generate) => {
    const identity = await generate();
    const sealed = await encryptTo([await identityToRecipient(identity)], Buffer.from('Айша'));
    const [a = '', b = '', c = ''] = await splitIdentity(identity);
    for (const pair of [[a, b], [c, a], [b, c]]) {
      const joined = await joinIdentity(pair);
      expect(joined).toContain(identity);
      expect(Buffer.from((await decryptWith(joined, sealed)) ?? []).toString()).toBe('Айша');
    }
    for (const share of [a, b, c]) expect(share).not.toContain(identity.slice(20, 30));
  });

  it('does not come from one share, the same twice, or two of different days', async () => {
    const [a = '', b = ''] = await splitIdentity(await generateHybridIdentity());
    const [other = ''] = await splitIdentity(await generateHybridIdentity());
    for (const wrong of [[a], [a, a], [a, other], [a, `${b.slice(0, -1)}${b.endsWith('2') ? '3' : '2'}`]]) await expect(joinIdentity(wrong)).rejects.toMatchObject({ code: 'backup.shares' });
  });

  it('is known by its form, and so is the public one; the two sorts are not mixed', async () => {
    const [newer, classic] = [await generateHybridIdentity(), await generateX25519Identity()];
    const [one, other] = [await identityToRecipient(newer), await identityToRecipient(classic)];
    expect(readRecipients(`# board\n${one}\n\n${one}\n`)).toEqual([one]);
    expect(readIdentities(`# created\n${classic}\n`)).toEqual([classic]);
    for (const wrong of ['', 'age1', `${one}\n${other}`, newer, `${other.slice(0, -1)}x`]) expect(() => readRecipients(wrong)).toThrow(expect.objectContaining({ code: 'backup.recipients' }));
    for (const wrong of ['', other, 'AGE-SECRET-KEY-']) expect(() => readIdentities(wrong)).toThrow(expect.objectContaining({ code: 'backup.identity' }));
  });
});
