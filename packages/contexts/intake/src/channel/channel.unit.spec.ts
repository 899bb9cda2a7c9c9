import { specOf } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { channel } from './channel.ts';
import { channelCommands } from './commands.ts';

const spec = specOf(channel, expect);
const market = { channel: 'market', name: 'The market', currency: 'EUR', historic: false, owner: 'Ana' };
const registered = { type: 'ChannelRegistered', data: market } as const;

it('a channel is registered once, and stays what it is', () => {
  const { RegisterChannel } = channelCommands;
  spec.given().when(RegisterChannel, market).then(registered);
  spec.given(registered).when(RegisterChannel, market).thenNothing();
  spec
    .given(registered)
    .when(RegisterChannel, { ...market, currency: 'GBP' })
    .thenRefused('ChannelExists', { channel: 'market' });
});

it('only a channel that tells what is long over is historic, and always is', () => {
  const { RegisterChannel } = channelCommands;
  spec
    .given()
    .when(RegisterChannel, { ...market, historic: true })
    .thenRefused('ChannelNotHistoric');
  const retail = { ...market, channel: 'online-retail' };
  spec
    .given()
    .when(RegisterChannel, retail)
    .then({ type: 'ChannelRegistered', data: { ...retail, historic: true } });
});
