import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, lineAmount, nothing, refuse } from '@waybill/kernel';
import { intakeDocumentCommands } from './commands.ts';
import { type IntakeDocumentEvent, intakeDocumentEvents } from './events.ts';
import { MalformedRow, NothingToPark } from './refusals.ts';

/** A document from outside that waits: what it holds is in its events and in its refused commands. */
export interface IntakeDocument {
  readonly parked: boolean;
}

const receiveDocument = (
  {
    externalId,
    channel,
    currency,
    lines,
    malformed,
    objection,
  }: CommandData<typeof intakeDocumentCommands.ReceiveDocument>,
  document: IntakeDocument,
): Decision<IntakeDocumentEvent> => {
  const [broken] = malformed;
  if (broken) return refuse(MalformedRow({ line: broken.line, reason: broken.reason }));
  if (externalId === null || objection === null) return refuse(NothingToPark({ externalId: externalId ?? '' }));
  if (document.parked) return nothing;
  const amount = lines.reduce((sum, line) => sum + lineAmount(line.quantity, line.unitPrice, currency), 0);
  return accept({
    type: 'DocumentParked',
    data: { channel, externalId, reason: objection, currency, amount, lines },
  });
};

export const intakeDocument = defineAggregate({
  category: 'intakeDocument',
  events: intakeDocumentEvents,
  commands: intakeDocumentCommands,
  initial: { parked: false } as IntakeDocument,
  evolve: (_state, event) => {
    switch (event.type) {
      case 'DocumentParked':
        return { parked: true };
    }
  },
  decide: { ReceiveDocument: receiveDocument },
});
