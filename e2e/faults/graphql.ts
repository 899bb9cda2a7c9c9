/** How often a command had to be sent again, because nobody answered. */
export interface Attempts {
  retries: number;
}

const PAUSE = 50;
/** Together with what the servers take to give up: longer than a database takes to come back. */
const ATTEMPTS = 300;
const TIMEOUT = 15_000;

type Answer<T> = { readonly data?: T | null; readonly errors?: readonly { readonly message: string }[] };

const ask = async <T>(url: string, query: string, variables: object): Promise<T> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-waybill-actor': 'faults' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const { data, errors } = (await response.json()) as Answer<T>;
  if (errors?.length || !data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'No data');
  return data;
};

/**
 * Asks one server, and the next when it does not answer, as a client behind a load balancer does. A command is safe to
 * send again under its command id.
 */
export const askAny = async <T>(
  urls: readonly string[],
  first: number,
  query: string,
  variables: object,
  attempts: Attempts = { retries: 0 },
): Promise<T> => {
  let problem: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const url = urls[(first + attempt) % urls.length];
    if (!url) throw new Error('There is no server to ask.');
    try {
      return await ask<T>(url, query, variables);
    } catch (error) {
      problem = error;
      attempts.retries += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  throw new Error('No server gave an answer', { cause: problem });
};
