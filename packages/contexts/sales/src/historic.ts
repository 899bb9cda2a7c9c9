const HISTORIC: ReadonlySet<string> = new Set(['online-retail']);

/** A channel that brings orders of long ago: they start no timers, mails or alarms. */
export const isHistoric = (channel: string): boolean => HISTORIC.has(channel);
