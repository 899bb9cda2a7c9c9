const HISTORIC_CHANNELS: readonly string[] = ['online-retail'];

/** Orders of the past, whose documents are dated as they were and numbered apart; nobody is reminded of them. */
export const isHistoric = (channel: string): boolean => HISTORIC_CHANNELS.includes(channel);
