export interface Answer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

export interface GraphClient {
  /** Sends an operation, whatever becomes of it. */
  send(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** The data of an operation; throws where there are errors. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<any>;
}

/** A GraphQL client as plain as can be. */
export const createClient = (url: string): GraphClient => {
  const send: GraphClient['send'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) } as Answer;
  };
  return {
    send,
    async ask(query, variables, headers) {
      const { data, errors } = await send(query, variables, headers);
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
  };
};
