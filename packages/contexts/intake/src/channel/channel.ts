import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { isHistoric } from '@waybill/sales/contract';
import { channelCommands } from './commands.ts';
import { type ChannelEvent, type ChannelFacts, channelEvents } from './events.ts';
import { ChannelExists, ChannelNotHistoric } from './refusals.ts';

const isSame = (one: ChannelFacts, other: ChannelFacts): boolean =>
  one.name === other.name &&
  one.currency === other.currency &&
  one.historic === other.historic &&
  one.owner === other.owner;

const registerChannel = (
  wanted: CommandData<typeof channelCommands.RegisterChannel>,
  known: ChannelFacts | null,
): Decision<ChannelEvent> => {
  const { channel, historic } = wanted;
  if (known) return isSame(known, wanted) ? nothing : refuse(ChannelExists({ channel }));
  if (historic && !isHistoric(channel)) return refuse(ChannelNotHistoric({ channel }));
  return accept({ type: 'ChannelRegistered', data: { ...wanted, historic: isHistoric(channel) } });
};

/** Streams `intakeChannel-<channel>`: a marketplace, a partner, a file. */
export const channel = defineAggregate({
  category: 'intakeChannel',
  events: channelEvents,
  commands: channelCommands,
  initial: null as ChannelFacts | null,
  evolve: (_state, event: ChannelEvent): ChannelFacts => event.data,
  decide: { RegisterChannel: registerChannel },
});
