import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { createClient } from 'graphql-sse';
import { useEffect, useState } from 'react';
import { actorHeader } from './actor.ts';
import { useWaybill } from './waybill.tsx';

const again = 2_000;

/** The latest answer of a subscription while the page is shown; undefined while there is no connection. */
export const useSubscription = <Data>(document: TypedDocumentNode<Data, Record<string, never>>): Data | undefined => {
  const { apiUrl } = useWaybill();
  const [data, setData] = useState<Data>();
  useEffect(() => {
    const client = createClient({ url: apiUrl, headers: actorHeader, retryAttempts: 0 });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const listen = () => {
      const ended = () => {
        if (stopped) return;
        setData(undefined);
        clearTimeout(timer);
        timer = setTimeout(listen, again);
      };
      client.subscribe<Data>(
        { query: stringifyDocument(document) },
        {
          next: ({ data: answer }) => {
            if (answer && !stopped) setData(answer);
          },
          error: ended,
          complete: ended,
        },
      );
    };
    listen();
    return () => {
      stopped = true;
      clearTimeout(timer);
      client.dispose();
    };
  }, [apiUrl, document]);
  return data;
};
