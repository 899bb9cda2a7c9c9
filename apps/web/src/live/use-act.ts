import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import type { Outcome, Refusal } from './use-command.ts';
import { useWaybill } from './waybill.tsx';

type Answer = { act: { __typename: string } };
type DoneOf<Data> = Data extends { act: infer Act } ? Exclude<Act, { code: string }> : never;

const isRefusal = (act: { __typename: string }): act is Refusal => 'code' in act && 'message' in act;

/**
 * Asks for something about the system itself: a rebuild, a replay. Not a command, so it has no id; each of them may be asked
 * for twice without harm. What is on screen is read again once it is answered.
 */
export const useAct = <Data extends Answer, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
) => {
  const { client, queries } = useWaybill();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<DoneOf<Data>>> => {
      setBusy(true);
      const { data, error } = await client.mutation(document, variables).toPromise();
      setBusy(false);
      queries.rereadAll();
      if (!data)
        return { kind: 'unanswered', message: error?.graphQLErrors[0]?.message ?? error?.networkError?.message ?? '' };
      const { act } = data;
      return isRefusal(act) ? { kind: 'refused', refusal: act } : { kind: 'done', payload: act as DoneOf<Data> };
    },
    [client, document, queries],
  );
  return { run, busy };
};
