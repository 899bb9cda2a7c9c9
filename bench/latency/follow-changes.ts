import { performance } from 'node:perf_hooks';

const CHANGES = `subscription { changes(topics: ["reporting.order_board"]) { ... on Change { event command { id } } } }`;

/** Subscribes over SSE and tells when each command's change arrived, by the command's id. */
export const followChanges = async (port: number, onChange: (commandId: string, at: number) => void) => {
  const abort = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: CHANGES }),
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error(`No stream came back: ${response.status}`);
  const read = async () => {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const at = performance.now();
      text += value;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const id = /"command":\{"id":"([^"]+)"/.exec(message)?.[1];
        if (id) onChange(id, at);
      }
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  return async () => {
    abort.abort();
    await ended;
  };
};
