import type { ChannelFacts } from '../channel/events.ts';
import type { IntakePorts, KeptMessage } from './prepare-messages.ts';

/** The events of one stream, decrypted, oldest first. */
export type History = (streamId: string) => Promise<readonly { readonly type: string; readonly data: object }[]>;

type Told = { readonly type: string; readonly data: object };
const isRegistration = (event: Told): event is { readonly type: string; readonly data: ChannelFacts } =>
  event.type === 'ChannelRegistered';
const isMessage = (event: Told): event is { readonly type: string; readonly data: Omit<KeptMessage, 'text'> } =>
  event.type === 'MessageReceived' || event.type === 'MessageUnreadable';
const textIn = ({ data }: Told): string | null => ('text' in data && typeof data.text === 'string' ? data.text : null);

/** Channels and messages by their own events: what was recorded a moment ago counts. */
export const portsByHistory = (history: History): IntakePorts => {
  // A registration never changes: it is read once.
  const known = new Map<string, ChannelFacts>();
  return {
    channels: {
      async find(channel) {
        const remembered = known.get(channel);
        if (remembered) return remembered;
        const registered = (await history(`intakeChannel-${channel}`)).find(isRegistration);
        if (!registered) return null;
        known.set(channel, registered.data);
        return registered.data;
      },
    },
    messages: {
      async find(intakeId) {
        const last = (await history(`intakeMessage-${intakeId}`)).filter(isMessage).at(-1);
        return last ? { channel: last.data.channel, messageId: last.data.messageId, text: textIn(last) } : null;
      },
    },
  };
};
