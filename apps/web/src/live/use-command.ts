import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useRef, useState } from 'react';
import { uuid } from '../lib/uuid.ts';
import { useWaybill } from './waybill.tsx';

type Payload = { __typename: string; id: string; position: number; version: number };
export type Refusal = {
  __typename: string;
  code: string;
  message: string;
  path: string[];
  expectedVersion?: number;
  actualVersion?: number;
};
export type Outcome<Done> =
  | { kind: 'done'; payload: Done }
  | { kind: 'refused'; refusal: Refusal }
  /** Nobody knows whether it happened; the same click again is harmless. */
  | { kind: 'unanswered'; message: string };

type Answer = { command: Payload | Refusal };
type DoneOf<Data> = Data extends { command: infer Command } ? Extract<Command, Payload> : never;

const isRefusal = (command: Payload | Refusal): command is Refusal => 'code' in command;

/**
 * Sends one kind of command. Every attempt has its own command id, kept until the API has answered, so that a second
 * click after a lost connection has one effect. Readings after it wait for what it wrote.
 */
export const useCommand = <Data extends Answer, Input extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, { input: Input }>,
) => {
  const { client, queries, sawWrite } = useWaybill();
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ input: string; commandId: string } | null>(null);

  const run = useCallback(
    async (input: Input): Promise<Outcome<DoneOf<Data>>> => {
      const written = JSON.stringify(input);
      if (attempt.current?.input !== written) {
        attempt.current = { input: written, commandId: uuid() };
      }
      setBusy(true);
      const variables = { input: { ...input, commandId: attempt.current.commandId } };
      const { data, error } = await client.mutation(document, variables).toPromise();
      setBusy(false);
      if (!data) {
        return { kind: 'unanswered', message: error?.graphQLErrors[0]?.message ?? error?.networkError?.message ?? '' };
      }
      attempt.current = null;
      const { command } = data;
      if (isRefusal(command)) {
        if (command.__typename === 'VersionConflict') queries.rereadAll();
        return { kind: 'refused', refusal: command };
      }
      sawWrite(command.position);
      queries.rereadAll();
      return { kind: 'done', payload: command as DoneOf<Data> };
    },
    [client, document, queries, sawWrite],
  );
  return { run, busy };
};
