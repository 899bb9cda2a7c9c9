/** The address of a command in the list of commands, opened. */
export const commandHref = (id: string): string => `/system/commands?command=${id}`;
