/** One message of a subscription. */
export interface Message {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string }[];
}

/** A subscription over SSE, read as plainly as can be: `next` waits for a message, `stop` cuts the connection off. */
export const subscribe = async (url: string, query: string, variables: object = {}, accept = 'text/event-stream') => {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables }),
    signal: abort.signal,
  });
  if (!response.body) throw new Error('No stream came back');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const take = (): Message | undefined => {
    const end = text.indexOf('\n\n');
    if (end < 0) return undefined;
    const lines = text.slice(0, end).split('\n');
    text = text.slice(end + 2);
    const data = lines.find((line) => line.startsWith('data: '));
    return lines.includes('event: next') && data ? (JSON.parse(data.slice(6)) as Message) : take();
  };
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    async next(): Promise<Message> {
      for (;;) {
        const message = take();
        if (message) return message;
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream has ended');
        text += value;
      }
    },
    async stop() {
      abort.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
};
