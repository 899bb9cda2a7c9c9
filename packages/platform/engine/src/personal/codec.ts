import type { z } from 'zod';
import { type PersonalData, personalFields } from '../define/personal.ts';
import { open, seal } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';

/** A personal field as it is stored. */
export interface Encrypted {
  readonly enc: string;
  readonly subject: string;
  readonly purpose: string;
  readonly keyId: string;
}

/** What the codec needs to know of an event or a command. */
export interface Shape {
  readonly type: string;
  readonly schema: z.ZodObject;
  readonly personal?: PersonalData;
}

type Fields = Readonly<Record<string, unknown>>;

const isEncrypted = (value: unknown): value is Encrypted =>
  typeof value === 'object' && value !== null && 'enc' in value && 'keyId' in value && 'subject' in value;

const fieldsByShape = new WeakMap<z.ZodObject, readonly string[]>();
const personalFieldsOf = (shape: Shape): readonly string[] => {
  const known = fieldsByShape.get(shape.schema);
  if (known) return known;
  const fields = personalFields(shape.schema);
  if (fields.length > 0 && !shape.personal) throw new Error(`${shape.type} has personal fields but names no subject`);
  fieldsByShape.set(shape.schema, fields);
  return fields;
};

const LONGEST_ID = 200;
/** Nobody's id is longer, and no key is made for what is none. */
export const isPerson = (subject: unknown): subject is string =>
  typeof subject === 'string' && subject.length > 0 && subject.length <= LONGEST_ID;

/** Encrypts the personal fields of a value for storage. A field whose person is unknown is not stored at all. */
export const encode = async (shape: Shape, data: Fields, keys: Pick<KeyRing, 'forWriting'>): Promise<Fields> => {
  const fields = personalFieldsOf(shape);
  if (fields.length === 0 || !shape.personal) return data;
  const subject = data[shape.personal.subject];
  const stored: Record<string, unknown> = { ...data };
  for (const field of fields) {
    const plain = data[field];
    if (plain === null || plain === undefined) continue;
    if (!isPerson(subject)) stored[field] = null;
    else {
      const { keyId, key } = await keys.forWriting(subject, shape.personal.purpose);
      const enc = seal(key, Buffer.from(JSON.stringify(plain)), keyId).toString('base64');
      stored[field] = { enc, subject, purpose: shape.personal.purpose, keyId } satisfies Encrypted;
    }
  }
  return stored;
};

/** The ids of the keys needed to read this value. */
export const keyIdsOf = (shape: Shape, data: Fields): readonly string[] =>
  personalFieldsOf(shape).flatMap((field) => {
    const value = data[field];
    return isEncrypted(value) ? [value.keyId] : [];
  });

/** The reverse of {@link encode}: `null` where the person's key is gone. */
export const decode = (shape: Shape, data: Fields, keys: ReadonlyMap<string, Buffer>): Fields => {
  const fields = personalFieldsOf(shape);
  if (fields.length === 0) return data;
  const plain: Record<string, unknown> = { ...data };
  for (const field of fields) {
    const value = data[field];
    if (!isEncrypted(value)) continue;
    const key = keys.get(value.keyId);
    plain[field] = key ? JSON.parse(open(key, Buffer.from(value.enc, 'base64'), value.keyId).toString()) : null;
  }
  return plain;
};
