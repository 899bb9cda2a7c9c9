/** Channels that tell what is long over: no timer, mail or alarm follows from their messages. */
const HISTORIC: ReadonlySet<string> = new Set(['online-retail']);

export const isHistoric = (channel: string): boolean => HISTORIC.has(channel);
