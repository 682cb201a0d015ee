// `node --test` runs these; they need nothing but Node. The vectors are published ones.
import assert from 'node:assert/strict';
import { generateKeyPairSync, createHash, sign } from 'node:crypto';
import { test } from 'node:test';
import { canonical, isPlain } from './canonical.mjs';
import { isSignedBy, readHead, readKey, readNote } from './note.mjs';
import { leafHash, rootByPath, Tree } from './tree.mjs';

// Certificate Transparency's reference implementation: eight leaves, the roots of the first one to eight.
const given = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (text) => Buffer.from(text, 'hex');

test('RFC 6962: roots of the reference trees', () => {
  const tree = new Tree();
  assert.equal(tree.root().toString('hex'), createHash('sha256').digest('hex'));
  const found = given.map((leaf) => (tree.add(leafHash(leaf)), tree.root().toString('hex')));
  assert.deepEqual(found, roots);
});

test('RFC 6962: audit paths of the reference tree of eight', () => {
  const root = hex(roots[7]);
  const first = ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'].map(hex);
  const sixth = ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'].map(hex);
  assert.ok(rootByPath(0, 8, leafHash(given[0]), first).equals(root));
  assert.ok(rootByPath(5, 8, leafHash(given[5]), sixth).equals(root));
  assert.ok(!rootByPath(4, 8, leafHash(given[5]), sixth).equals(root));
  assert.equal(rootByPath(5, 8, leafHash(given[5]), sixth.slice(1)), null);
  assert.equal(rootByPath(5, 8, leafHash(given[5]), [...sixth, root]), null);
  assert.equal(rootByPath(8, 8, leafHash(given[5]), sixth), null);
});

test('RFC 8785: the samples of sections 3.2.2 and 3.2.3', () => {
  const literals = '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
  assert.equal(canonical(JSON.parse(literals)), '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  const names = '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}';
  assert.deepEqual(canonical(JSON.parse(names)).match(/:"[^"]+"/g), ['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh'].map((name) => `:"${name}"`));
});

test('a doubled member, another order and a fraction are seen', () => {
  for (const line of ['{"a":1,"a":2}', '{"b":1,"a":2}', '{"a": 1}', '{"a":1.0}', '{"a":1e2}']) assert.notEqual(canonical(JSON.parse(line)), line);
  assert.deepEqual([{ a: [1, 'x', null, { b: true }] }, { a: [1.5] }, { a: 2 ** 60 }].map(isPlain), [true, false, false]);
});

// The example of the signed-note form that the Go project publishes with its key.
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const note = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

test('C2SP signed note: the published example opens, a changed one is a forgery, another key says nothing', () => {
  assert.equal(isSignedBy(readNote(note), readKey(vkey)), true);
  assert.throws(() => isSignedBy(readNote(note.replace('answer', 'Answer')), readKey(vkey)), /false/);
  assert.equal(isSignedBy(readNote(note.replace('— PeterNeumann', '— SomebodyElse')), readKey(vkey)), false);
  assert.throws(() => readKey(vkey.replace('c74f20a3', 'c74f20a4')), /damaged/);
  for (const broken of ['', 'text', note.trimEnd(), note.replace('— ', '- ')]) assert.throws(() => readNote(broken));
});

test('C2SP checkpoint: the published example is read', () => {
  const head = readHead('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n');
  assert.deepEqual([head.origin, head.size, head.root.length], ['example.com/behind-the-sofa', 20852163, 32]);
  for (const broken of ['', 'a\nb\nc', 'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'a\n1\nAAAA']) assert.throws(() => readHead(broken));
});

test('C2SP cosignature of a witness: text and time are signed', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.concat([Buffer.of(4), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')]);
  const id = createHash('sha256').update('witness.example\n').update(raw).digest().subarray(0, 4);
  const key = readKey(`witness.example+${id.toString('hex')}+${raw.toString('base64')}`);
  const text = 'example.com/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(1_700_000_000n);
  const signed = (seconds) => Buffer.concat([id, time, sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey)]).toString('base64');
  assert.equal(isSignedBy(readNote(`${text}\n— witness.example ${signed(1_700_000_000)}\n`), key), true);
  assert.throws(() => isSignedBy(readNote(`${text}\n— witness.example ${signed(1_700_000_001)}\n`), key), /false/);
});
