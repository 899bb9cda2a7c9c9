import { z } from 'zod';

/** Marks the fields that name or locate a person; they are stored encrypted with a key of that person. */
const marks = z.registry<{ readonly personal: true }>();

/**
 * A field with personal data: plain in memory, `{enc, subject, purpose, keyId}` wherever it is stored, `null` once the
 * person is forgotten. Only top-level fields of an event or command can be personal (an object counts as one field).
 */
export const personal = <S extends z.ZodType>(schema: S): z.ZodNullable<S> => {
  const field = z.nullable(schema);
  marks.add(field, { personal: true });
  return field;
};

/** True for a field that was marked. */
export const isPersonal = (field: z.core.$ZodType): boolean => marks.has(field);

/** Names of the personal fields of a schema. */
export const personalFields = (schema: z.ZodObject): readonly string[] =>
  Object.entries(schema.shape)
    .filter(([, field]) => isPersonal(field))
    .map(([name]) => name);

/** Whose data it is (the name of the field that holds the person's id), and why it is kept (one key per purpose). */
export interface PersonalData {
  readonly subject: string;
  readonly purpose: 'contact' | 'retention';
}
