// node scripts/verify-proof.mjs PROOF.json [--key KEY] [--head HEAD.json]
// Checks, without a database and without anything but Node, that an event is what was sealed. docs/seals.md says what each
// step means. KEY is the public key as it is known from elsewhere: 32 bytes in base64, or a file that holds them.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const sha256 = (/** @type {(string | Uint8Array)[]} */ ...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const byte = (/** @type {number} */ value) => Uint8Array.of(value);
const hex = (/** @type {string} */ text) => Buffer.from(text, 'hex');

/** @param {unknown} holds @param {string} otherwise @returns {asserts holds} */
function must(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/** What a seal says, in the one order and spelling that is signed. */
const STATEMENT = [
  'count',
  'firstPosition',
  'format',
  'keyId',
  'lastPosition',
  'number',
  'previous',
  'root',
  'sealedAt',
];
const statementOf = (/** @type {any} */ seal) =>
  `{${STATEMENT.map((name) => `"${name}":${JSON.stringify(seal[name])}`).join(',')}}`;
const hashOf = (/** @type {any} */ seal) => sha256(byte(2), statementOf(seal)).toString('hex');

/** The leaf: a zero byte, the position in 8 bytes, the hash of the content. */
const leafOf = (/** @type {any} */ { position, content }) => {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(position));
  return sha256(byte(0), place, sha256(content));
};

/** The root that the path leads to (RFC 6962; a node without a neighbour rises as it is). */
const rootOf = (/** @type {any} */ proof) => {
  const { index, path, seal } = proof;
  must(Number.isInteger(index) && index >= 0 && index < seal.count, 'Its place is not one of the seal’s.');
  const neighbours = path.map(hex);
  let root = leafOf(proof);
  for (let at = index, last = seal.count - 1; last > 0; at >>= 1, last >>= 1) {
    if (at === last && at % 2 === 0) continue;
    const neighbour = neighbours.shift();
    must(neighbour?.length === 32, 'Its path is too short.');
    root = at % 2 === 0 ? sha256(byte(1), root, neighbour) : sha256(byte(1), neighbour, root);
  }
  must(neighbours.length === 0, 'Its path is too long.');
  return root.toString('hex');
};

/** @param {any} seal @param {string} publicKey base64 */
const checkSeal = (seal, publicKey) => {
  const bytes = Buffer.from(publicKey, 'base64');
  must(
    bytes.length === 32 && sha256(bytes).toString('hex') === seal.keyId,
    'Its key is not the one that the seal names.',
  );
  must(hashOf(seal) === seal.hash, 'The seal’s hash does not fit what the seal says.');
  const spki = Buffer.concat([hex('302a300506032b6570032100'), bytes]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  must(verify(null, Buffer.from(statementOf(seal)), key, hex(seal.signature)), 'The seal’s signature does not fit.');
};

/** Goes from the proof's seal along the chain to the head that was kept. @param {any} proof @param {any} head */
const checkChain = ({ seal, chain }, head) => {
  let hash = seal.hash;
  let number = seal.number;
  for (const next of chain) {
    if (number === head.seal.number) break;
    must(next.number === number + 1 && next.previous === hash, `The chain breaks at seal ${next.number}.`);
    hash = hashOf(next);
    number = next.number;
  }
  must(
    number === head.seal.number,
    `The proof ends at seal ${number}, the head is seal ${head.seal.number}: export it with --head.`,
  );
  must(
    hash === head.seal.hash,
    'The chain does not lead to the head: one of the two is of a chain that was made anew.',
  );
};

const readJson = (/** @type {string} */ path, /** @type {string} */ format) => {
  const value = JSON.parse(readFileSync(path, 'utf8'));
  must(value?.format === format, `${path} is no ${format} file.`);
  return value;
};
const readKey = (/** @type {string} */ given) =>
  Buffer.from((existsSync(given) ? readFileSync(given, 'utf8') : given).trim(), 'base64').toString('base64');

try {
  const options = /** @type {const} */ ({ key: { type: 'string' }, head: { type: 'string' } });
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [path] = positionals;
  must(path, 'Usage: node scripts/verify-proof.mjs PROOF.json [--key KEY] [--head HEAD.json]');
  const proof = readJson(path, 'waybill-proof-1');
  const { seal, position } = proof;
  must(rootOf(proof) === seal.root, 'It does not lead to the seal’s root: the event, or its position, was changed.');
  must(position >= seal.firstPosition && position <= seal.lastPosition, 'The seal does not speak for this position.');
  checkSeal(seal, proof.publicKey);
  const signers = [proof.publicKey];
  if (values.head !== undefined) {
    const head = readJson(values.head, 'waybill-head-1');
    checkSeal(head.seal, head.publicKey);
    checkChain(proof, head);
    signers.push(head.publicKey); // the head holds the hashes of all before it: its signature vouches for them
  }
  if (values.key !== undefined) {
    const known = readKey(values.key);
    must(signers.includes(known), 'It is sound in itself, but another key signed it than the one you know.');
  }
  const event = JSON.parse(proof.content);
  process.stdout.write(
    `✓ The event at position ${position} is what was sealed.\n` +
      `  ${event.type}, version ${event.version} of ${event.stream_id}, recorded ${event.recorded_at}\n` +
      `  seal ${seal.number} of ${seal.sealedAt}, ${seal.hash}\n` +
      (values.head === undefined ? '' : '  it leads to the head that you kept\n') +
      (values.key === undefined
        ? `  signed by ${proof.publicKey}: compare this with the key that you know (--key)\n`
        : '  signed by the key that you know\n'),
  );
} catch (error) {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
