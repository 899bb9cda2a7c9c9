import { isId, type Refusal } from '@waybill/kernel';
import type { CommandDefinition } from '../define/command.ts';
import type { Handler } from '../registry.ts';
import { InvalidInput } from './refusals.ts';
import type { CommandRequest } from './request.ts';
import { storable, unstorablePath } from './storable.ts';

type Fields = Readonly<Record<string, unknown>>;
/** Ids are names of streams, and stand in indexes. */
const LONGEST_ID = 200;
/** Calendars, tables and documents agree on these instants: from 1900 until before the year 10000. */
const isDatable = (instant: Date): boolean =>
  instant.getTime() >= Date.UTC(1900, 0, 1) && instant.getTime() < Date.UTC(10_000, 0, 1);

/** The id of the aggregate that a command is for; null where it names none. */
export const idIn = ({ target }: CommandDefinition, data: Fields): string | null => {
  const id = data[target];
  return typeof id === 'string' && id.length > 0 && id.length <= LONGEST_ID ? id : null;
};

/** A command as it can be decided, or why it cannot; `data` is as complete as it came to be. */
export type ReadRequest =
  | { readonly data: Fields; readonly id: string; readonly refusal?: undefined }
  | { readonly data: Fields; readonly refusal: Refusal };

/** Reads what a client sent: checks it, lets the module complete it, and names the aggregate. */
export const readRequest = async (
  { definition, prepare }: Handler,
  request: Pick<CommandRequest, 'data' | 'commandId' | 'occurredAt'>,
): Promise<ReadRequest> => {
  const invalid = (data: Fields, path: string, reason: string) => ({ data, refusal: InvalidInput({ path, reason }) });
  if (request.commandId !== undefined && !isId(request.commandId))
    return invalid(request.data, 'commandId', 'it must be a UUID');
  if (request.occurredAt && !isDatable(request.occurredAt))
    return invalid(request.data, 'occurredAt', 'no business happened then; give an instant of the years 1900 to 9999');
  const unstorable = unstorablePath(request.data);
  if (unstorable !== undefined)
    return invalid(
      request.data,
      String(storable(unstorable)),
      'it holds a character that is no text (NUL, or half of a character)',
    );
  const prepared = prepare ? await prepare(request.data) : ({ kind: 'prepared', data: request.data } as const);
  if (prepared.kind === 'refused') return { data: request.data, refusal: prepared.refusal };
  const parsed = definition.schema.safeParse(prepared.data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return invalid(prepared.data, issue?.path.map(String).join('.') ?? '', issue?.message ?? 'it does not fit');
  }
  const data: Fields = parsed.data;
  const id = idIn(definition, data);
  return id === null ? invalid(data, definition.target, 'it is missing or too long') : { data, id };
};
