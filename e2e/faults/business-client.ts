/** What a command came to, as a client sees it. */
export interface Answer {
  readonly __typename: string;
  readonly id?: string;
  readonly commandId?: string;
  readonly version?: number;
  readonly duplicate?: boolean;
  readonly code?: string;
  readonly message?: string;
}
/** A command with its own id, so that it can be sent again. */
export interface Command {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly commandId: string };
}

const documentOf = (name: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { answer: ${name}(input: $input) {
    __typename ... on CommandPayload { id commandId version duplicate } ... on Error { code message }
  } }`;
};

/** Sends a command to one API. Anything but an answer of the business is a defect, and throws. */
export const sendTo = async (url: string, { name, input }: Command): Promise<Answer> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-waybill-actor': 'races' },
    body: JSON.stringify({ query: documentOf(name), variables: { input } }),
    signal: AbortSignal.timeout(30_000),
  });
  const body = (await response.json()) as { data?: { answer?: Answer }; errors?: { message: string }[] };
  const answer = body.data?.answer;
  if (response.status !== 200 || body.errors || !answer)
    throw new Error(`${name} got ${response.status}: ${JSON.stringify(body.errors)}`);
  return answer;
};

/** Was it done? A repeat of what was done counts. */
export const isDone = ({ code }: Answer): boolean => code === undefined;

/** What must be the same whenever and wherever a command is sent again. */
export const outcomeOf = ({ __typename, id, version, code, message }: Answer) =>
  JSON.stringify({ __typename, id, version, code, message });
